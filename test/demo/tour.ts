import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ElectronRuntime } from '../../build/runtime/runtime.ts';
import { startSandbox } from '../../main/sandbox/index.ts';
import { Actor } from './actor.ts';
import { type Desktop, startDesktop } from './desktop.ts';
import { playMeeting } from './meeting-act.ts';
import { Pictures } from './pictures.ts';
import { type CallMoments, type TimelineEntry, timelineOf } from './timeline.ts';

/** Side by side on a screen of 1280 × 800, clear of panel and notifications. */
const places = {
  alex: { x: 8, y: 40, width: 440, height: 640 },
  sam: { x: 460, y: 40, width: 440, height: 640 },
  kim: { x: 840, y: 40, width: 400, height: 600 },
} as const;

interface Scene {
  readonly desktop: Desktop;
  readonly pictures: Pictures;
  readonly alex: Actor;
  readonly sam: Actor;
  /** When the server wrote the invitation's event for this user; undefined before. */
  readonly eventWrittenAtMs: (uri: string) => number | undefined;
}

/**
 * Two people, two Parleys, one call from the first ring to the history; then a call that a third
 * one is added to.
 * @returns the timeline of the first call
 */
export async function runTour(runtime: ElectronRuntime, outDir: string): Promise<TimelineEntry[]> {
  const cleanUps: (() => Promise<void>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'parley-demo-'));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    const desktop = await startDesktop();
    cleanUps.push(() => desktop.stop());
    const sandbox = await startSandbox({ invitationTimeoutMs: 60_000, askedWaitInLobby: true });
    cleanUps.push(() => sandbox.stop());
    const enter = async (name: keyof typeof places): Promise<Actor> => {
      const { env } = desktop;
      const actor = await Actor.enter(name, {
        ...{ runtime, env, sandbox, folder },
        bounds: places[name],
      });
      cleanUps.push(() => actor.leave());
      return actor;
    };
    const alex = await enter('alex');
    const sam = await enter('sam');
    const pictures = await Pictures.into(outDir);
    const eventWrittenAtMs = (uri: string): number | undefined =>
      sandbox.control.writes.find(
        ({ rel, type, user }) =>
          rel === 'audioVideoInvitation' && type === 'started' && user === uri,
      )?.atMs;
    const timeline = await play({ desktop, pictures, alex, sam, eventWrittenAtMs });
    await playMeeting({ desktop, pictures, alex, sam, kim: await enter('kim') });
    return timeline;
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

async function play(scene: Scene): Promise<TimelineEntry[]> {
  await beforeTheCall(scene);
  const toastOnBusAtMs = await ringing(scene);
  await scene.desktop.answer(scene.sam.app);
  await talking(scene);
  const moments = await momentsOf(scene, toastOnBusAtMs);
  await holding(scene);
  await afterTheCall(scene);
  return timelineOf(moments);
}

async function beforeTheCall({ alex, sam, pictures, desktop }: Scene): Promise<void> {
  // The second Parley of a desktop says that its keys belong to the first one.
  await sam.app.page.getByRole('button', { name: 'Dismiss' }).click();
  for (const [actor, other] of [
    [alex, sam],
    [sam, alex],
  ] as const) {
    const people = actor.app.page.getByRole('list', { name: 'People' });
    const line = people.getByRole('listitem').filter({ hasText: other.name });
    await expect(line).toContainText('Available', { timeout: 20_000 });
  }
  await pictures.ofWindow('main-window-light', alex.app.page);
  await pictures.ofWindow('main-window-dark', sam.app.page, 'dark');
  await pictures.ofDesktop('desktop-idle', desktop);
  await alex.app.dialBox().pressSequentially(sam.name.slice(0, 5), { delay: 20 });
  await expect(alex.app.page.getByRole('listbox')).toBeVisible();
  await pictures.ofWindow('dial-box', alex.app.page);
}

/** Returns when the notification was asked for, as `Desktop.toastAtMs`. */
async function ringing({ alex, sam, pictures, desktop }: Scene): Promise<number | null> {
  await alex.app.dial(sam.name, 'audioVideo');
  const toastAtMs = await desktop.toastAtMs(alex.name);
  const ring = await sam.app.ringWindow();
  await expect(ring.getByRole('alertdialog')).toContainText(alex.name);
  await sam.trace.waitFor('ring-window-painted');
  await pictures.ofDesktop('desktop-toast-and-ring-window', desktop);
  await pictures.ofWindow('ring-window', ring);
  await expect(sam.app.page.getByRole('alertdialog')).toBeVisible();
  await pictures.ofWindow('ring-screen', sam.app.page);
  await pictures.ofWindow('calling', alex.app.page);
  return toastAtMs;
}

async function talking({ alex, sam, pictures, desktop }: Scene): Promise<void> {
  const duration = { name: 'Duration' };
  await expect(alex.app.callWith(sam.name).getByRole('timer', duration)).toBeVisible();
  await expect(sam.app.callWith(alex.name).getByRole('timer', duration)).toBeVisible();
  for (const kind of ['Audio', 'Video'] as const) {
    await alex.app.expectPacketsArriving(sam.name, kind);
    await sam.app.expectPacketsArriving(alex.name, kind);
  }
  await pictures.ofWindow('in-call-details', sam.app.page);
  for (const [actor, other] of [
    [alex, sam],
    [sam, alex],
  ] as const) {
    await actor.app.callWith(other.name).getByRole('button', { name: 'Hide details' }).click();
  }
  await pictures.ofWindow('in-call', alex.app.page);
  await pictures.ofWindow('in-call-dark', sam.app.page, 'dark');
  await pictures.ofDesktop('desktop-in-call', desktop);
}

async function holding({ alex, sam, pictures }: Scene): Promise<void> {
  const call = alex.app.callWith(sam.name);
  await call.getByRole('button', { name: 'Hold' }).click();
  await expect(call.getByText('On hold by you')).toBeVisible();
  await expect(sam.app.callWith(alex.name).getByText(`${alex.name} put you on hold`)).toBeVisible();
  await pictures.ofWindow('on-hold', alex.app.page);
  await pictures.ofWindow('put-on-hold', sam.app.page);
  await call.getByRole('button', { name: 'Resume' }).click();
  await expect(call.getByText('On hold by you')).toBeHidden();
}

async function afterTheCall({ alex, sam, pictures, desktop }: Scene): Promise<void> {
  await sam.app.callWith(alex.name).getByRole('button', { name: 'Hang up' }).click();
  await expect((await alex.app.openRecents()).first()).toContainText(sam.name);
  await expect((await sam.app.openRecents()).first()).toContainText(alex.name);
  await pictures.ofWindow('history', alex.app.page);
  await pictures.ofDesktop('desktop-history', desktop);
}

async function momentsOf(scene: Scene, toastOnBusAtMs: number | null): Promise<CallMoments> {
  const { alex, sam, eventWrittenAtMs } = scene;
  for (const { trace } of [alex, sam]) {
    await trace.waitFor('first-audio-packet');
    await trace.waitFor('first-video-packet');
  }
  const writtenAtMs = eventWrittenAtMs(sam.uri);
  if (writtenAtMs === undefined) throw new Error('A call rang without an event.');
  return {
    eventWrittenAtMs: writtenAtMs,
    toastOnBusAtMs,
    callee: sam.trace.marks,
    caller: alex.trace.marks,
  };
}
