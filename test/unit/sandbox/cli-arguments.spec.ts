import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cliArguments } from '../../../main/sandbox/cli-arguments.ts';

const here = resolve('somewhere');

it('serves the demo users over HTTPS on this machine when nothing is asked for', () => {
  expect(cliArguments([], here)).toEqual({
    port: 8443,
    hostName: undefined,
    https: true,
    grants: undefined,
    usersFile: undefined,
    caOut: undefined,
    allowedOrigins: [],
    faults: [],
  });
});

it('takes files relative to where the command was given', () => {
  const args = ['--users', 'users.json', '--ca-out', 'ca.pem', '--host', 'pool.parley.test'];
  expect(cliArguments(args, here)).toMatchObject({
    hostName: 'pool.parley.test',
    usersFile: join(here, 'users.json'),
    caOut: join(here, 'ca.pem'),
  });
});

it('has a port of its own for plain HTTP', () => {
  expect(cliArguments(['--http'], here)).toMatchObject({ port: 8080, https: false });
});

it('takes faults by name, as many as are given', () => {
  const args = ['--fault', 'resync', '--fault', 'bom'];
  expect(cliArguments(args, here)).toMatchObject({ faults: ['resync', 'bom'] });
});

it('gives null when asked for the usage', () => {
  expect(cliArguments(['--help'], here)).toBeNull();
});

it.each([
  [['--port', 'x'], '--port takes a number from 0 to 65535, not x.'],
  [['--port', '70000'], 'not 70000.'],
  [['--http', '--ca-out', 'ca.pem'], '--ca-out goes with HTTPS: leave out --http.'],
  [['--fault', 'bogus'], 'There is no fault named bogus; --fault list shows what there is.'],
  [['--bogus'], "Unknown option '--bogus'"],
  [['extra'], 'does not take positional arguments'],
])('refuses %j', (args, message) => {
  expect(() => cliArguments(args, here)).toThrow(message);
});

it('takes the ways of signing in, and names the known ones when one is not', () => {
  expect(cliArguments(['--grants', 'passive, oauth'], here)).toMatchObject({
    grants: ['passive', 'oauth'],
  });
  expect(() => cliArguments(['--grants', 'kerberos'], here)).toThrow(/password.*not kerberos/);
});
