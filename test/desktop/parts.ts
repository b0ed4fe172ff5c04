import type { ChildProcess } from 'node:child_process';
import type { BusClient } from './bus-client.ts';
import type { Children } from './children.ts';
import { firstLine, lineWith } from './children.ts';
import { findProgram } from './programs.ts';

/** What every part of a session is started with. */
export interface PartContext {
  readonly children: Children;
  readonly env: NodeJS.ProcessEnv;
}

/** A part that announces itself on the bus. */
export interface BusPartContext extends PartContext {
  readonly bus: BusClient;
}

export type NotificationService = 'xfce4-notifyd' | 'dunst';

/**
 * Starts the X server without a screen.
 * @param display number to use; a free one when left out
 * @returns value for DISPLAY
 */
export async function startDisplay(
  { children, env }: PartContext,
  display: number | undefined,
): Promise<string> {
  const number = display === undefined ? [] : [`:${display}`];
  const screen = ['-screen', '0', '1280x800x24', '-dpi', '96'];
  const child = children.start(
    'Xvfb',
    [...number, '-displayfd', '3', ...screen, '-nolisten', 'tcp', '-ac', '-noreset'],
    { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] },
  );
  const numbers = child.stdio[3];
  if (numbers === null || numbers === undefined || !('read' in numbers)) {
    throw new Error('The X server was started without its display pipe.');
  }
  return `:${await children.ready(child, 'The X server', firstLine(numbers))}`;
}

/** Starts the window manager and waits until it manages windows (EWMH says how to see that). */
export async function startWindowManager({ children, env }: PartContext): Promise<void> {
  const watcher = children.start('xprop', ['-root', '-spy'], { env });
  const manager = children.start('openbox', ['--sm-disable'], { env });
  if (watcher.stdout === null) throw new Error('xprop was started without output.');
  await children.ready(
    manager,
    'The window manager',
    lineWith(watcher.stdout, /^_NET_SUPPORTING_WM_CHECK.*window id/),
  );
  await children.stop(watcher);
}

/** Starts an unlocked keyring: what a desktop login does with the password of the user. */
export async function startKeyring({ children, env, bus }: BusPartContext): Promise<void> {
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const child = children.start('gnome-keyring-daemon', args, { env, input: 'session password' });
  await children.ready(child, 'The keyring', bus.waitForName('org.freedesktop.secrets'));
}

/** Starts a panel with a task list, a tray and a clock. */
export async function startPanel({ children, env, bus }: BusPartContext): Promise<ChildProcess> {
  const child = children.start('xfce4-panel', ['--disable-wm-check'], { env });
  const tray = bus.waitForName('org.kde.StatusNotifierWatcher');
  await children.ready(child, 'The panel with its tray', tray);
  return child;
}

/** Starts the service that shows notifications. */
export async function startNotificationService(
  { children, env, bus }: BusPartContext,
  service: NotificationService,
): Promise<void> {
  const child = children.start(await findProgram(service), [], { env });
  const name = bus.waitForName('org.freedesktop.Notifications');
  await children.ready(child, `The notification service ${service}`, name);
}
