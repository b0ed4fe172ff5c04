import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Sandbox, SandboxUser, TraceMark } from '../../../main/sandbox/index.ts';
import type { DesktopSession } from '../../desktop/session.ts';
import type { TraceFollower } from '../../support/trace-follower.ts';
import type { Caller } from '../support/caller.ts';
import { isListening } from '../support/demo-user.ts';
import type { Program } from '../support/program.ts';
import { type Announced, type ToastSample, toSample } from './sample.ts';

/** The machine comes to rest before the next call. */
const restMs = 250;
const startTimeoutMs = 30_000;

interface RoundSetup {
  readonly desktop: DesktopSession;
  readonly sandbox: Sandbox;
  readonly caller: Caller;
  readonly trace: TraceFollower;
  readonly callees: { readonly parley: SandboxUser; readonly floor: SandboxUser };
  readonly programs: readonly Program[];
}

/** Calls the floor, then Parley, and measures both. */
export class Round {
  readonly #setup: RoundSetup;

  constructor(setup: RoundSetup) {
    this.#setup = setup;
  }

  async run(): Promise<ToastSample> {
    const { desktop, trace, callees, caller } = this.#setup;
    const floor = await this.#ring(callees.floor, 'Parley floor');
    await caller.cancel();
    await desktop.notifications.waitForClosed(floor.notificationId);

    trace.forget();
    const parley = await this.#ring(callees.parley, 'Parley');
    const { callId } = await trace.waitFor('ring-window-painted');
    const sample = toSample(
      floor,
      parley,
      trace.marks.filter((mark) => mark.callId === callId),
    );
    await caller.cancel();
    await desktop.notifications.waitForClosed(parley.notificationId);
    await this.#closeMissedCall();
    return sample;
  }

  async #ring(
    callee: SandboxUser,
    appName: string,
  ): Promise<Announced & { readonly notificationId: number }> {
    const { desktop, sandbox, caller, programs } = this.#setup;
    await expect
      .poll(() => isListening(sandbox, callee), { timeout: startTimeoutMs, intervals: [50] })
      .toBe(true);
    await pause(restMs);
    for (const program of programs) program.check();
    desktop.notifications.forget();
    const writtenBefore = sandbox.control.writes.length;
    await caller.call(callee.uri);
    const shown = await desktop.notifications.waitFor((seen) => seen.appName === appName);
    const written = sandbox.control.writes
      .slice(writtenBefore)
      .find((mark) => isInvitationFor(mark, callee));
    if (written === undefined) throw new Error('A notification came without an event.');
    return {
      writtenAtMs: written.atMs,
      notifiedAtMs: shown.seenAtMs,
      notificationId: shown.id,
    };
  }

  /** What Parley shows after a cancelled call would pile up on the screen. */
  async #closeMissedCall(): Promise<void> {
    const { notifications, bus } = this.#setup.desktop;
    const { id } = await notifications.waitFor(({ hints }) => hints.category === 'call.unanswered');
    const service = {
      destination: 'org.freedesktop.Notifications',
      path: '/org/freedesktop/Notifications',
    };
    await bus.call(service, 'org.freedesktop.Notifications.CloseNotification', 'u', [id]);
    await notifications.waitForClosed(id);
  }
}

function isInvitationFor({ rel, type, user }: TraceMark, { uri }: SandboxUser): boolean {
  return rel === 'audioVideoInvitation' && type === 'started' && user === uri;
}
