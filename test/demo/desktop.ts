import { DesktopSession } from '../desktop/session.ts';
import type { ParleyApp } from '../e2e/support/parley-app.ts';

/** Where the tour takes place. */
export interface Desktop {
  readonly env: NodeJS.ProcessEnv;
  /** Saves a picture of all of it; null where that is somebody's own screen. */
  readonly picture: ((path: string) => Promise<void>) | null;
  /**
   * Waits until the desktop was asked to notify of a call.
   * @returns milliseconds since 1970; null where nobody can listen in
   */
  toastAtMs(caller: string): Promise<number | null>;
  /** Answers with video as a person does who sees the notification. */
  answer(callee: ParleyApp): Promise<void>;
  stop(): Promise<void>;
}

/** A desktop session of the tour's own on Linux; elsewhere the desktop of the user. */
export async function startDesktop(): Promise<Desktop> {
  if (process.platform === 'linux') return ownDesktop(await DesktopSession.start());
  console.log('Without a desktop session of its own (Linux only): no pictures of the desktop.');
  return usersDesktop;
}

function ownDesktop(session: DesktopSession): Desktop {
  return {
    env: session.env,
    picture: (path) => session.screen.save(path),
    toastAtMs: async (caller) => {
      const toast = await session.notifications.waitFor(({ summary }) => summary.includes(caller));
      return toast.seenAtMs;
    },
    answer: () => session.popups.press('Answer'),
    stop: () => session.stop(),
  };
}

const usersDesktop: Desktop = {
  env: process.env,
  picture: null,
  toastAtMs: () => Promise.resolve(null),
  answer: async (callee) => {
    const ring = await callee.ringWindow();
    await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  },
  stop: () => Promise.resolve(),
};
