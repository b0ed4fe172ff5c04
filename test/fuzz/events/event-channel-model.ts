import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplicationEvent } from '../../../app/ucwa/ucwa-application.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';
import { ModelServer } from './model-server.ts';
import { type Actors, anyOperation, type Operation, perform } from './operations.ts';

/** The longest story; most are shorter. */
const maxOperations = 40;
/** How long the client may take to recover once nothing disturbs it any more. */
const recoveryMs = 10 * 60_000;

/** What the client told of one story: numbers of events, gaps, the end. */
type Told = number | 'gap' | { readonly ended: string };

/**
 * Runs random stories of a server, a network and a computer against the real client and its event
 * channel. Rejects with fast-check's report of the smallest story that breaks a rule.
 */
export async function fuzzEventChannel(runs: number, seed: number): Promise<void> {
  const operations = fc.array(anyOperation, {
    minLength: 1,
    maxLength: maxOperations,
    size: 'max',
  });
  const circumstances = fc.record({ honoursPriority: fc.boolean(), isCutShort: fc.boolean() });
  await fc.assert(fc.asyncProperty(operations, circumstances, runStory), { numRuns: runs, seed });
}

interface Circumstances {
  readonly honoursPriority: boolean;
  /** The user leaves in the middle of it. */
  readonly isCutShort: boolean;
}

/** Runs one story and checks what the client told. */
async function runStory(
  story: readonly Operation[],
  { honoursPriority, isCutShort }: Circumstances,
): Promise<void> {
  const clock = new ManualClock(1_700_000_000_000);
  const server = new ModelServer(clock, honoursPriority);
  const dependencies = ucwaDependencies(server, clock);
  const request = signInRequest({ discoveryUrl: server.discoveryUrl });
  const application = await signIn(request, dependencies);
  const told: Told[] = [];
  application.events.subscribe((event) => tell(told, event));
  application.start();
  const actors = { server, application, clock };
  for (const operation of story) {
    perform(operation, actors);
    await nextTurn();
  }
  const hasEnded = () => told.some((each) => typeof each === 'object');
  if (!isCutShort) await calmDown(actors, hasEnded, () => told.includes(server.happened));
  if (server.isFlooded) throw new Error('The client asks without end');
  checkOrder(told);
  if (!isCutShort) checkNothingLostSilently(told, server.happened);
  checkEnd(told, story);
  application.stop();
  await nextTurn();
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left after the end`);
}

function tell(told: Told[], event: UcwaApplicationEvent): void {
  if (event.type === 'event') told.push(Number(event.event.link.href.split('/').pop()));
  if (event.type === 'resynced' || event.type === 'recreated') told.push('gap');
  if (event.type === 'ended') told.push({ ended: event.reason });
}

/** Nothing disturbs any more; one last event happens, and the client is to hear of it. */
async function calmDown(
  { server, clock }: Actors,
  hasEnded: () => boolean,
  hasHeard: () => boolean,
): Promise<void> {
  server.weather = 'fine';
  server.letThrough();
  await nextTurn();
  const untilMs = clock.nowMs() + recoveryMs;
  // Without an application nobody could hear of it: it is made anew first.
  while (server.channel?.isHanging !== true && !hasEnded() && clock.nowMs() < untilMs) {
    clock.advance(5_000);
    server.letThrough();
    await nextTurn();
  }
  server.happen();
  while (!hasEnded() && !hasHeard()) {
    if (clock.nowMs() >= untilMs) throw new Error('The channel makes no progress');
    server.channel?.serve();
    await nextTurn();
    clock.advance(5_000);
    await nextTurn();
  }
}

function checkOrder(told: readonly Told[]): void {
  const events = told.filter((each) => typeof each === 'number');
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before !== undefined && before >= event) {
      throw new Error(`Event ${event} was given after ${before}`);
    }
  }
}

/** Between two events that were given there is either none that was not, or a gap was told. */
function checkNothingLostSilently(told: readonly Told[], happened: number): void {
  let last = 0;
  let gapSince = false;
  for (const each of [...told, happened + 1]) {
    if (typeof each === 'object') return;
    if (each === 'gap') {
      gapSince = true;
      continue;
    }
    if (each !== last + 1 && !gapSince) {
      throw new Error(`Events ${last + 1} to ${each - 1} were lost without a word`);
    }
    last = each;
    gapSince = false;
  }
}

const reasons: Readonly<Record<string, string>> = {
  'used-elsewhere': 'otherInstance',
  'too-many-applications': 'gone',
  'application-expired': 'gone',
};

/** It ends once, for a reason that happened, and is silent afterwards. */
function checkEnd(told: readonly Told[], story: readonly Operation[]): void {
  const end = told.findIndex((each) => typeof each === 'object');
  if (end < 0) return;
  if (end !== told.length - 1) throw new Error('Something was told after the end');
  const last = told[end];
  const reason = typeof last === 'object' ? last.ended : '';
  const cause = reasons[reason];
  if (!story.some((operation) => operation.do === cause)) {
    throw new Error(`It ended as ${reason}, which nothing gave reason for`);
  }
}
