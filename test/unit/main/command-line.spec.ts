import { describe, expect, it } from 'vitest';
import { keychainService, parseCommandLine } from '../../../main/command-line.ts';

const nothing = {
  userDataDir: null,
  hidden: false,
  demo: false,
  discoveryUrl: null,
  traceFile: null,
  noSandbox: false,
};

describe('parseCommandLine', () => {
  it.each([
    [[], {}],
    [['--hidden'], { hidden: true }],
    [['--demo'], { demo: true }],
    [['--no-sandbox'], { noSandbox: true }],
    [['--user-data-dir=/profiles/alex'], { userDataDir: '/profiles/alex' }],
    [['--user-data-dir=alex'], { userDataDir: '/home/me/alex' }],
    [['--trace-file=trace.jsonl'], { traceFile: '/home/me/trace.jsonl' }],
    [
      ['--discovery-url=https://host/root?originalDomain=a.test&b=c'],
      { discoveryUrl: 'https://host/root?originalDomain=a.test&b=c' },
    ],
    [['--user-data-dir='], {}],
    [['--use-fake-ui-for-media-stream', '--remote-debugging-port=0', '.'], {}],
    [['hidden', '-hidden'], {}],
  ])('reads %j', (args, expected) => {
    expect(parseCommandLine(args, '/home/me')).toEqual({ ...nothing, ...expected });
  });
});

it('gives each profile its own name in the keychain', () => {
  const name = (...args: string[]) => keychainService(parseCommandLine(args, '/home/me'));
  expect(name()).toBe('Parley');
  expect(name('--user-data-dir=alex')).not.toBe(name('--user-data-dir=sam'));
});
