import { Variant } from '@jellybrick/dbus-next';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DesktopSession } from '../../desktop/session.ts';

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
};

/** Asks for a notification as a program does; gives the id it got. */
async function notify(session: DesktopSession, summary: string): Promise<number> {
  const actions = ['answer', 'Answer', 'decline', 'Decline'];
  const hints = { urgency: new Variant('y', 2) };
  const body = ['Test', 0, '', summary, 'is calling', actions, hints, 0];
  const [id] = await session.bus.call(
    service,
    'org.freedesktop.Notifications.Notify',
    'susssasa{sv}i',
    body,
  );
  return Number(id);
}

describe.each(['xfce4-notifyd', 'dunst'] as const)('a session with %s', (notificationService) => {
  let session: DesktopSession;
  beforeAll(async () => {
    session = await DesktopSession.start({ notificationService });
  });
  afterAll(() => session.stop());

  test('sees what a program asked for, and the id it was given', async () => {
    const id = await notify(session, 'Alex Rivera');
    const seen = await session.notifications.waitFor(({ summary }) => summary === 'Alex Rivera');
    expect(seen).toMatchObject({
      id,
      appName: 'Test',
      body: 'is calling',
      actions: [
        { key: 'answer', label: 'Answer' },
        { key: 'decline', label: 'Decline' },
      ],
      hints: { urgency: 2 },
      expireTimeoutMs: 0,
    });
  });

  test('presses the button with a label', async () => {
    const id = await notify(session, 'Kim Lindqvist');
    await session.notifications.waitFor(({ summary }) => summary === 'Kim Lindqvist');
    await session.popups.press('Decline');
    expect(await session.notifications.waitForInvoked(id)).toEqual({ id, key: 'decline' });
  });

  test('sees a notification being withdrawn', async () => {
    const id = await notify(session, 'Sam Okafor');
    const close = 'org.freedesktop.Notifications.CloseNotification' as const;
    await session.bus.call(service, close, 'u', [id]);
    expect(await session.notifications.waitForClosed(id)).toEqual({ id, reason: 3 });
  });
});

describe('a whole session', () => {
  let session: DesktopSession;
  beforeAll(async () => {
    session = await DesktopSession.start();
  });
  afterAll(() => session.stop());

  test('has a tray host, and no icon before a program brings one', async () => {
    expect(await session.bus.hasOwner('org.kde.StatusNotifierWatcher')).toBe(true);
    expect(await session.tray.items()).toEqual([]);
  });

  test('has an unlocked keyring as the default', async () => {
    const secrets = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
    const member = 'org.freedesktop.Secret.Service.ReadAlias' as const;
    const [path] = await session.bus.call(secrets, member, 's', ['default']);
    const collection = { ...secrets, path: String(path) };
    const locked = await session.bus.get(collection, 'org.freedesktop.Secret.Collection.Locked');
    expect(locked).toBe(false);
  });

  test('gives keys to the program that has the focus', async () => {
    const other = await session.screen.openOtherProgram();
    await expect.poll(() => session.keys.focusedWindow()).toBe(other.title);
    await session.keys.press('x');
    await expect.poll(() => other.keys).toContain('x');
    await other.close();
  });
});

describe('a session without its comforts', () => {
  test('has neither tray host nor keyring nor notifications, and starts none on demand', async () => {
    const session = await DesktopSession.start({
      notificationService: 'none',
      panel: false,
      keyring: false,
    });
    try {
      const names = [
        'org.kde.StatusNotifierWatcher',
        'org.freedesktop.secrets',
        'org.freedesktop.Notifications',
      ];
      expect(await Promise.all(names.map((name) => session.bus.hasOwner(name)))).toEqual([
        false,
        false,
        false,
      ]);
      await expect(notify(session, 'Nobody')).rejects.toThrow();
    } finally {
      await session.stop();
    }
  });
});
