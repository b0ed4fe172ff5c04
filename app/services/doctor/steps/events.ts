import type { DoctorRemark } from '../../../domain/doctor.ts';
import { aggregationQuery, promptAggregation } from '../../../ucwa/events/aggregation.ts';
import {
  fromPollError,
  fromPollResponse,
  type PollOutcome,
} from '../../../ucwa/events/poll-outcome.ts';
import { follow } from '../../../ucwa/follow/follow.ts';
import { known } from '../../../ucwa/follow/known-resource.ts';
import { withQuery } from '../../../ucwa/hypermedia/href.ts';
import { embeddedOne, requireLink } from '../../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../../ucwa/hypermedia/resource.ts';
import { readMe } from '../../../ucwa/resources/me.ts';
import { delay } from '../../../ucwa/transport/delay.ts';
import { LinkedAbort } from '../../../ucwa/transport/linked-abort.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { UcwaClient } from '../../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../../ucwa/ucwa-error.ts';
import { describeUcwaError } from '../../command-failure.ts';
import type { Examination } from '../examination.ts';
import { advise, endedBy, failedBy, finding, passed, type StepOutcome } from '../remarks.ts';
import { afterSignIn } from './after-sign-in.ts';

const defaultWaitMs = 20_000;
const bufferMs = 5_000;
/** Bodies without events that are taken before one with an event. */
const mostBodies = 4;
/** The shortest that the server takes, in minutes; it ends with the application anyway. */
const subscriptionMinutes = 10;

type Seen = Exclude<PollOutcome, { type: 'body' }> | { readonly type: 'event' | 'late' };

/** Whether an event could be caused. */
interface Cause {
  /** Null while that is not known, and when it went well. */
  problem: string | null;
}

/**
 * Opens the event channel, causes an event and waits for it: a subscription to the user's own
 * presence, which changes nothing that others see.
 */
export async function makeRoundTrip(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { signedIn, application, clock, dependencies } = examination;
  if (signedIn === null || application === null) return afterSignIn(examination);
  const waitMs = dependencies.eventWaitMs ?? defaultWaitMs;
  const href = requireLink(application, 'events').href;
  const ending = new AbortController();
  const abort = new LinkedAbort(signal, ending.signal);
  const cause: Cause = { problem: null };
  const startedAtMs = clock.nowMs();
  try {
    const seen = awaitEvent(examination, href, waitMs, abort.signal);
    causeEvent(signedIn.client, application, abort.signal).catch((error: unknown) => {
      cause.problem = error instanceof UcwaError ? describeUcwaError(error) : 'other';
    });
    const late = delay(clock, waitMs, abort.signal).then((): Seen => ({ type: 'late' }));
    const first = await Promise.race([seen, late]);
    return verdict(first, cause, { host: hostOf(href), tookMs: clock.nowMs() - startedAtMs });
  } finally {
    ending.abort();
    abort.release();
  }
}

async function awaitEvent(
  { signedIn, codecs }: Examination,
  href: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<Seen> {
  let url = withQuery(href, aggregationQuery(promptAggregation));
  for (let body = 1; body <= mostBodies && signedIn !== null; body += 1) {
    const request = { method: 'GET', url, timeoutMs: waitMs + bufferMs } as const;
    const outcome = await signedIn.http.send(request, signal).then(
      (response) => fromPollResponse(response, codecs, url),
      (error: unknown) => fromPollError(error, url),
    );
    if (outcome.type !== 'body') return outcome;
    const { events, next, resync, resume } = outcome.document;
    if (events.length > 0) return { type: 'event' };
    const following = resync ?? resume ?? next;
    if (following === null) break;
    url = following;
  }
  return { type: 'late' };
}

async function causeEvent(
  client: UcwaClient,
  application: Resource,
  signal: AbortSignal,
): Promise<void> {
  const me = embeddedOne(application, 'me') ?? (await read(client, application, 'me'));
  const people = embeddedOne(application, 'people') ?? (await read(client, application, 'people'));
  const uris = [readMe(me).uri ?? ''];
  const input = { duration: subscriptionMinutes, uris };
  await follow(client, known('people', people), 'POST presenceSubscriptions', input, { signal });
}

const read = (client: UcwaClient, from: Resource, rel: string): Promise<Resource> =>
  client.get(requireLink(from, rel).href);

function verdict(
  seen: Seen,
  { problem }: Cause,
  { host, tookMs }: { readonly host: string; readonly tookMs: number },
): StepOutcome {
  const caused =
    problem === null ? finding('eventCause') : finding('eventNotCaused', { detail: problem });
  const seconds = String(Math.round(tookMs / 1000));
  switch (seen.type) {
    case 'event':
      return passed(finding('eventArrived', { milliseconds: String(tookMs) }), caused);
    case 'late':
      if (problem === null) return broken(host, finding('noEvent', { seconds }), caused);
      return {
        status: 'warning',
        findings: [finding('channelHeld', { seconds }), caused],
        advice: null,
      };
    case 'failure': {
      const outcome = failedBy(seen.error, host);
      const isBetween = seen.error.kind === 'proxy' || seen.error.kind === 'transport';
      return isBetween ? { ...outcome, advice: advise('events', { host }) } : outcome;
    }
    case 'ended':
      return endedBy(seen.reason);
    case 'application-lost':
    case 'replaced': {
      const findings = [finding('channelEnded', { reason: seen.type })];
      return { status: 'failed', findings, advice: advise('again') };
    }
  }
}

const broken = (host: string, ...findings: readonly DoctorRemark[]): StepOutcome => ({
  status: 'failed',
  findings,
  advice: advise('events', { host }),
});
