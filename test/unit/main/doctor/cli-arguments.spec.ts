import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cliArguments } from '../../../../main/doctor/cli/cli-arguments.ts';

it('reads an address and every option', () => {
  const args = ['sip:Alex@Example.com', '--user', 'EXAMPLE\\alex', '--report', 'out/report.txt'];
  const routes = ['--resolve', 'a.example.com=10.0.0.5', '--resolve', 'b.example.com=[::1]:8443'];
  expect(cliArguments([...args, ...routes], '/home/alex')).toEqual({
    address: 'Alex@example.com',
    discoveryUrl: null,
    userName: 'EXAMPLE\\alex',
    passwordFromStdin: false,
    jsonFile: null,
    reportFile: resolve('/home/alex', 'out/report.txt'),
    authorityFile: null,
    routes: {
      'a.example.com': { host: '10.0.0.5', port: 443 },
      'b.example.com': { host: '::1', port: 8443 },
    },
  });
});

it('gives the usage when asked', () => {
  expect(cliArguments(['--help'], '/')).toBeNull();
});

it.each([
  [[], 'Name the sign-in address'],
  [['nobody'], 'nobody is no sign-in address'],
  [['alex@example.com', 'sam@example.com'], 'sam@example.com is one too many'],
  [['alex@example.com', '--bogus'], "Unknown option '--bogus'"],
  [['alex@example.com', '--resolve', 'elsewhere'], '--resolve takes NAME=HOST[:PORT]'],
])('refuses %j', (args, complaint) => {
  expect(() => cliArguments(args, '/')).toThrow(complaint);
});
