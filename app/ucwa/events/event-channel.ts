import type { CancelTimer } from '../../ports/clock.ts';
import { Emitter, type Observable } from '../../util/emitter.ts';
import type { EventsDocument } from '../codec/codec.ts';
import { backOffMs } from '../transport/back-off.ts';
import type { UcwaApplicationEvent } from '../ucwa-application.ts';
import { UcwaError } from '../ucwa-error.ts';
import type { Aggregation } from './aggregation.ts';
import { type ChannelGap, type ChannelHealth, ChannelRecord } from './channel-health.ts';
import { type ChannelInput, type ChannelState, nextState } from './channel-state.ts';
import { type ChannelTimes, defaultChannelTimes } from './channel-times.ts';
import type { EventChannelSetup, Recreation } from './event-channel-setup.ts';
import {
  type EndReason,
  fromPollError,
  fromPollResponse,
  type PollOutcome,
} from './poll-outcome.ts';
import { PollPosition } from './poll-position.ts';

/** Of one body; the rest is counted. */
const maxLoggedSkips = 5;

/**
 * The event channel of one application: one P-GET at a time, the next one issued before the events
 * of the last are handed out, in order and exactly once. `channel-state.ts` has its states.
 */
export class EventChannel {
  readonly #setup: EventChannelSetup;
  readonly #times: ChannelTimes;
  readonly #emitter: Emitter<UcwaApplicationEvent>;
  #state: ChannelState = 'idle';
  readonly #position: PollPosition;
  readonly #record = new ChannelRecord();
  /** Of the P-GET or recreation that is under way; what comes from an older one is ignored. */
  #abort = new AbortController();
  #cancelTimer: CancelTimer = () => undefined;
  /** Failures since the last body. */
  #failures = 0;
  #poisonings = 0;
  #emptyBodies = 0;
  #isRecovering = false;

  constructor(setup: EventChannelSetup) {
    this.#setup = setup;
    this.#times = setup.times ?? defaultChannelTimes;
    this.#position = new PollPosition(setup.eventsHref);
    this.#emitter = new Emitter((error) => {
      setup.logger.error('An event handler failed; the event is skipped', { error });
    });
  }

  get events(): Observable<UcwaApplicationEvent> {
    return this.#emitter;
  }

  get health(): ChannelHealth {
    return this.#record.health(this.#state);
  }

  /** Starts polling; the application was just created, so the server is there. */
  start(): void {
    if (!this.#move('start')) return;
    this.#noteAnswer(null);
    this.#poll();
    this.#emitter.emit({ type: 'connected' });
  }

  /** Asks again at once: what hangs may hang on a dead connection. */
  wakeUp(): void {
    if (this.#state === 'polling') {
      this.#pollAgain();
      this.#probe();
    } else {
      this.#failures = 0;
      this.#retry();
    }
  }

  /**
   * From the next P-GET on. One that hangs by a less prompt aggregation is replaced at once, with
   * the same `ack`: nobody who looks waits for what was asked while nobody did.
   */
  aggregate(aggregation: Aggregation): void {
    const hangsTooLong = this.#position.want(aggregation);
    if (this.#state === 'polling' && hangsTooLong) this.#pollAgain();
  }

  /** The application is gone, as another request found out. */
  applicationLost(): void {
    if (this.#move('application-lost')) this.#recreate();
  }

  /** Ends with a reason that `ended` tells. */
  end(reason: EndReason): void {
    if (!this.#move('end')) return;
    this.#release();
    this.#emitter.emit({ type: 'ended', reason });
  }

  /** Ends without a word. Twice is harmless; leaves no timer. */
  stop(): void {
    if (this.#move('stop')) this.#release();
  }

  #move(input: ChannelInput): boolean {
    const state = nextState(this.#state, input);
    if (state !== null) this.#state = state;
    return state !== null;
  }

  /** A new round: its predecessor's request and timer are off. */
  #release(): AbortSignal {
    this.#cancelTimer();
    this.#abort.abort();
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  /** Replaces a P-GET that may still be on its way. */
  #pollAgain(): void {
    this.#position.again();
    this.#poll();
  }

  #poll(): void {
    const signal = this.#release();
    const { http, codecs, clock } = this.#setup;
    const { url, hangsMs } = this.#position.ask();
    const timeoutMs = hangsMs + this.#times.bufferMs;
    const sentAtMs = clock.nowMs();
    const finish = (outcome: PollOutcome) => {
      if (!signal.aborted) this.#finished(outcome, clock.nowMs() - sentAtMs);
    };
    http.send({ method: 'GET', url, timeoutMs }, signal).then(
      (response) => finish(fromPollResponse(response, codecs, url)),
      (error: unknown) => finish(fromPollError(error, url)),
    );
  }

  #finished(outcome: PollOutcome, tookMs: number): void {
    switch (outcome.type) {
      case 'body':
        this.#received(outcome.document, tookMs);
        break;
      case 'failure':
        this.#failed(outcome.error, outcome.isPoison);
        break;
      case 'application-lost':
        this.applicationLost();
        break;
      case 'ended':
        this.end(outcome.reason);
        break;
      case 'replaced':
        this.#replaced();
        break;
    }
  }

  /** An earlier P-GET of ours may have overtaken this one; one that did not is someone else's. */
  #replaced(): void {
    if (!this.#position.replaced()) {
      this.end('used-elsewhere');
      return;
    }
    this.#setup.logger.info('A P-GET was replaced by one sent before it');
    this.#poll();
  }

  #received(document: EventsDocument, tookMs: number): void {
    const moved = this.#position.moveOn(document);
    if (moved === 'stuck') {
      this.#failed(new Error('The event channel does not move on'), true);
      return;
    }
    this.#move('body');
    const gap = moved === 'nothing' ? null : moved;
    this.#noteAnswer(gap);
    this.#poisonings = 0;
    const isIdle = document.events.length === 0 && tookMs < this.#times.idleBodyMs;
    this.#emptyBodies = isIdle ? this.#emptyBodies + 1 : 0;
    if (this.#emptyBodies > this.#times.maxEmptyBodies) this.#waitFor(this.#emptyBodies);
    else this.#poll();
    this.#recovered();
    this.#deliver(document, gap);
  }

  /** What was before a resumption is over; the events that come with it are of what came after. */
  #deliver({ events, skipped }: EventsDocument, gap: ChannelGap['kind'] | null): void {
    for (const each of skipped.slice(0, maxLoggedSkips)) {
      const { logger } = this.#setup;
      logger.warn('An event could not be read', { ...each, count: skipped.length });
    }
    if (gap === 'recreated') this.#emitter.emit({ type: gap });
    for (const event of events) this.#emitter.emit({ type: 'event', event });
    if (gap === 'resynced') this.#emitter.emit({ type: gap });
  }

  #noteAnswer(gap: ChannelGap['kind'] | null): void {
    const nowMs = this.#setup.clock.nowMs();
    if (gap !== null) this.#record.gap(gap, nowMs);
    this.#record.answered(nowMs);
  }

  #failed(error: unknown, isPoison: boolean): void {
    this.#failures += 1;
    this.#position.again();
    this.#poisonings += isPoison ? 1 : 0;
    this.#setup.logger.warn('Polling failed', { attempt: this.#failures, isPoison, error });
    if (this.#poisonings >= this.#times.maxPoisonings) {
      this.#poisonings = 0;
      this.applicationLost();
      return;
    }
    const askedMs = error instanceof UcwaError ? error.retryAfterMs : null;
    this.#waitFor(this.#failures, askedMs ?? 0);
    this.#recovering();
  }

  /** @param askedMs how long the server wants to be left alone */
  #waitFor(attempt: number, askedMs = 0): void {
    if (!this.#move('failure')) return;
    this.#release();
    const { clock, random } = this.#setup;
    const { backOff, maxRetryAfterMs } = this.#times;
    const politeMs = Math.min(askedMs, maxRetryAfterMs);
    const delayMs = Math.max(politeMs, backOffMs(attempt, backOff, random));
    this.#cancelTimer = clock.after(delayMs, () => this.#retry());
  }

  #retry(): void {
    if (!this.#move('due')) return;
    if (nextState(this.#state, 'recreated') !== null) {
      this.#recreate();
      return;
    }
    this.#poll();
    if (this.#isRecovering) this.#probe();
  }

  /** Finds out in a short time whether the P-GET that hangs now has a server at its other end. */
  #probe(): void {
    const { signal } = this.#abort;
    this.#setup.probe(signal).then(
      () => {
        if (signal.aborted) return;
        this.#noteAnswer(null);
        this.#recovered();
      },
      (error: unknown) => {
        if (signal.aborted || this.#state !== 'polling') return;
        // The probe may overtake the P-GET with the same news.
        if (isApplicationLost(error)) this.applicationLost();
        else this.#failed(error, false);
      },
    );
  }

  #recreate(): void {
    const signal = this.#release();
    this.#recovering();
    void this.#setup.recreate(signal).then((recreation) => {
      if (!signal.aborted) this.#recreationFinished(recreation);
    });
  }

  #recreationFinished(recreation: Recreation): void {
    if (recreation.type === 'ended') {
      this.end(recreation.reason);
      return;
    }
    if (recreation.type === 'failure') {
      this.#failures += 1;
      const { error } = recreation;
      this.#setup.logger.warn('The application could not be made anew', { error });
      this.#waitFor(this.#failures);
      return;
    }
    this.#move('recreated');
    this.#position.restart(recreation.eventsHref);
    const gap = recreation.fresh ? 'recreated' : 'resynced';
    this.#noteAnswer(gap);
    this.#poll();
    this.#emitter.emit({ type: gap });
    this.#recovered();
  }

  #recovering(): void {
    if (this.#isRecovering) return;
    this.#isRecovering = true;
    this.#emitter.emit({ type: 'recovering' });
  }

  #recovered(): void {
    this.#failures = 0;
    if (!this.#isRecovering) return;
    this.#isRecovering = false;
    this.#record.reconnected();
    this.#emitter.emit({ type: 'connected' });
  }
}

const isApplicationLost = (error: unknown): boolean =>
  error instanceof UcwaError && error.advice === 'recreate-application';
