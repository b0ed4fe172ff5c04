import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { userCacheDir } from '../../../build/lib/paths.ts';

describe('the cache folder of the user', () => {
  test.each([
    ['linux', { XDG_CACHE_HOME: '/c' }, join('/c', 'parley')],
    ['linux', { XDG_CACHE_HOME: '' }, join(homedir(), '.cache', 'parley')],
    ['darwin', {}, join(homedir(), 'Library', 'Caches', 'parley')],
    ['win32', { LOCALAPPDATA: 'L' }, join('L', 'parley', 'Cache')],
  ] as const)('on %s with %o', (platform, env, expected) => {
    expect(userCacheDir(env, platform)).toBe(expected);
  });
});
