import { describe, expect, it } from 'vitest';
import { KeyPortal } from '../../../main/desktop/key-portal.ts';
import { isWaylandSession } from '../../../main/wayland-session.ts';
import { RecordingLogger } from '../../support/recording-logger.ts';

it.each([
  [{ XDG_SESSION_TYPE: 'wayland' }, true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, true],
  [{ XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' }, false],
  [{ XDG_SESSION_TYPE: 'x11' }, false],
  [{}, false],
])('%o: is a Wayland session: %s', (env, expected) => {
  expect(isWaylandSession(env)).toBe(expected);
});

describe('KeyPortal', () => {
  const look = async (globalKeys: 'everywhere' | 'ownWindows', hasPortal: boolean) => {
    const log: string[] = [];
    const call = async ({ destination }: { destination: string }): Promise<unknown[]> => {
      log.push(`ask ${destination}`);
      if (!hasPortal) throw new Error('no such interface');
      return [];
    };
    const logger = new RecordingLogger();
    new KeyPortal({ globalKeys, bus: { call }, found: () => log.push('found'), logger }).start();
    await new Promise((resolve) => setImmediate(resolve));
    return log;
  };
  const ask = 'ask org.freedesktop.portal.Desktop';

  it('finds a portal that gives keys', async () => {
    expect(await look('ownWindows', true)).toEqual([ask, 'found']);
  });

  it('finds none where the desktop has none', async () => {
    expect(await look('ownWindows', false)).toEqual([ask]);
  });

  it('asks nobody where keys work everywhere', async () => {
    expect(await look('everywhere', true)).toEqual([]);
  });
});
