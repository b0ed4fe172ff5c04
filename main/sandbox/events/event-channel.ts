import type { CancelTimer, Timers } from '../model/timers.ts';
import type { EventChannelTimes } from '../options.ts';
import { type EventsBody, groupBySender, type OutgoingEvent } from './event.ts';
import { EventQueue } from './event-queue.ts';

/** A reply that is not UCWA's: what a proxy or a broken server would send. */
export interface RawReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  /** Announces more bytes than are sent, then drops the connection. */
  readonly truncated?: boolean;
}

export type PollOutcome =
  | { readonly kind: 'body'; readonly body: EventsBody; readonly fresh: readonly OutgoingEvent[] }
  | { readonly kind: 'raw'; readonly raw: RawReply }
  | { readonly kind: 'replaced' | 'abandoned' | 'ended' | 'unauthorized' };

export interface Poll {
  readonly ack: number;
  readonly times: Partial<EventChannelTimes>;
  /** Of several requests with the same `ack`, the one with the highest stays. Default 0. */
  readonly priority: number;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** The web ticket the request came with. */
  readonly ticket: string;
}

export interface EventChannelSetup {
  readonly timers: Timers;
  readonly times: EventChannelTimes;
  /** The channel's address with the given acknowledgement number. */
  readonly href: (ack: number) => string;
  /** Called as a request starts (true) and stops (false) hanging. */
  readonly onHanging?: (hanging: boolean) => void;
  /** Called when the client follows a `resume` link. */
  readonly onResumed?: () => void;
}

interface Waiting {
  readonly poll: Poll;
  readonly settle: (outcome: PollOutcome) => void;
  cancelTimer: CancelTimer;
  readonly deadlineMs: number;
}

type Break = 'resync' | 'resume';

/** One application instance's event channel: one hanging GET at a time (P-GET), acknowledged by number. */
export class EventChannel {
  readonly #setup: EventChannelSetup;
  #times: EventChannelTimes;
  readonly #queue = new EventQueue();
  readonly #rawReplies: RawReply[] = [];
  #expectedAck = 1;
  #served: { readonly ack: number; readonly body: EventsBody } | undefined;
  #waiting: Waiting | undefined;
  #break: Break | undefined;
  #resumeAck: number | undefined;
  #flushPlanned = false;

  constructor(setup: EventChannelSetup) {
    this.#setup = setup;
    this.#times = setup.times;
  }

  get hanging(): boolean {
    return this.#waiting !== undefined;
  }

  /** Address of the request that hangs, or that is expected next. */
  get pollHref(): string {
    return this.#setup.href(this.#expectedAck);
  }

  push(outgoing: OutgoingEvent): void {
    this.#queue.add(outgoing, this.#setup.timers.nowMs(), this.#times);
    this.#planFlush();
  }

  /** Answers the present or the next request with something that is no event body; no event is used up. */
  answerRaw(raw: RawReply): void {
    this.#rawReplies.push(raw);
    this.#planFlush();
  }

  /** The present or the next reply carries `resync` or `resume` instead of `next`. */
  breakWith(kind: Break): void {
    this.#break = kind;
    this.#planFlush();
  }

  /**
   * Ends the hanging request: the application is gone, the ticket it came with is no longer good, or
   * the client cannot be reached.
   */
  end(
    kind: 'ended' | 'unauthorized' | 'abandoned',
    ticketIsBad: (ticket: string) => boolean = () => true,
  ): void {
    const waiting = this.#waiting;
    if (waiting !== undefined && ticketIsBad(waiting.poll.ticket)) this.#settle(waiting, { kind });
  }

  poll(poll: Poll): Promise<PollOutcome> {
    const raw = this.#rawReplies.shift();
    if (raw !== undefined) return Promise.resolve({ kind: 'raw', raw });
    if (this.#served !== undefined && poll.ack === this.#served.ack) {
      return Promise.resolve({ kind: 'body', body: this.#served.body, fresh: [] });
    }
    if (poll.ack !== this.#expectedAck) return Promise.resolve(this.#outOfStep(poll.ack));
    if (this.#waiting !== undefined) {
      if (poll.priority < this.#waiting.poll.priority) return Promise.resolve({ kind: 'replaced' });
      this.#settle(this.#waiting, { kind: 'replaced' });
    }
    this.#served = undefined;
    this.#resumeIfAsked(poll.ack);
    this.#remember(poll.times);
    return this.#hang(poll);
  }

  #resumeIfAsked(ack: number): void {
    if (this.#resumeAck !== ack) return;
    this.#resumeAck = undefined;
    this.#times = this.#setup.times;
    this.#setup.onResumed?.();
  }

  #remember(times: Partial<EventChannelTimes>): void {
    const { minimumSeconds: floor, maximumSeconds } = this.#setup.times;
    const raise = (seconds: number) => Math.min(1800, Math.max(floor, seconds));
    const hold = (seconds: number) => Math.min(maximumSeconds, raise(seconds));
    this.#times = {
      ...this.#times,
      ...(times.lowSeconds === undefined ? {} : { lowSeconds: hold(times.lowSeconds) }),
      ...(times.mediumSeconds === undefined ? {} : { mediumSeconds: hold(times.mediumSeconds) }),
      ...(times.timeoutSeconds === undefined
        ? {}
        : { timeoutSeconds: raise(times.timeoutSeconds) }),
    };
  }

  #hang(poll: Poll): Promise<PollOutcome> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        poll,
        settle: resolve,
        cancelTimer: () => undefined,
        deadlineMs: this.#setup.timers.nowMs() + this.#times.timeoutSeconds * 1000,
      };
      this.#waiting = waiting;
      this.#setup.onHanging?.(true);
      const abandon = () => {
        if (this.#waiting === waiting) this.#settle(waiting, { kind: 'abandoned' });
      };
      if (poll.signal.aborted) abandon();
      else poll.signal.addEventListener('abort', abandon, { once: true });
      this.#flush();
    });
  }

  #planFlush(): void {
    if (this.#flushPlanned) return;
    this.#flushPlanned = true;
    this.#setup.timers.soon(() => {
      this.#flushPlanned = false;
      this.#flush();
    });
  }

  /** Answers the hanging request if something is due, else sets the timer for when it will be. */
  #flush(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    waiting.cancelTimer();
    const nowMs = this.#setup.timers.nowMs();
    const dueMs = Math.min(this.#queue.dueMs() ?? Number.POSITIVE_INFINITY, waiting.deadlineMs);
    const raw = this.#rawReplies.shift();
    if (raw !== undefined) this.#settle(waiting, { kind: 'raw', raw });
    else if (dueMs <= nowMs || this.#break !== undefined) this.#serve(waiting);
    else waiting.cancelTimer = this.#setup.timers.after(dueMs - nowMs, () => this.#flush());
  }

  #serve(waiting: Waiting): void {
    const { ack } = waiting.poll;
    const broken = this.#break;
    this.#break = undefined;
    const fresh = broken === undefined ? this.#queue.takeAll() : [];
    if (broken === 'resume') this.#resumeAck = ack + 1;
    const body = this.#body(ack, broken ?? 'next', ack + 1, fresh);
    this.#served = { ack, body };
    this.#expectedAck = ack + 1;
    this.#settle(waiting, { kind: 'body', body, fresh });
  }

  #outOfStep(ack: number): PollOutcome {
    return { kind: 'body', body: this.#body(ack, 'resync', this.#expectedAck, []), fresh: [] };
  }

  #body(
    ack: number,
    linkRel: string,
    nextAck: number,
    events: readonly OutgoingEvent[],
  ): EventsBody {
    const { href } = this.#setup;
    return {
      _links: { self: { href: href(ack) }, [linkRel]: { href: href(nextAck) } },
      ...(events.length === 0 ? {} : { sender: groupBySender(events) }),
    };
  }

  #settle(waiting: Waiting, outcome: PollOutcome): void {
    waiting.cancelTimer();
    if (this.#waiting === waiting) this.#waiting = undefined;
    this.#setup.onHanging?.(false);
    waiting.settle(outcome);
  }
}
