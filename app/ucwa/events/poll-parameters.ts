import {
  type Aggregation,
  aggregationQuery,
  isPrompter,
  isSameAggregation,
  promptAggregation,
  withinLimits,
} from './aggregation.ts';

/** What P-GETs say beside their `ack`: the aggregation, and which of several of one `ack` counts. */
export class PollParameters {
  #wanted: Aggregation = promptAggregation;
  /** What the server goes by; null when it never knew, forgot, or may have heard another one. */
  #told: Aggregation | null = null;
  /** What the P-GET that was sent last asks for. */
  #sent: Aggregation | null = null;
  #priority = 0;

  /** @returns whether a P-GET that hangs now brings events later than wanted */
  want(aggregation: Aggregation): boolean {
    this.#wanted = withinLimits(aggregation);
    return this.#sent !== null && isPrompter(this.#wanted, this.#sent);
  }

  /**
   * The query of the P-GET that is sent next. The server remembers an aggregation until it is
   * changed or forgotten, so it is sent only then.
   */
  query(): Readonly<Record<string, string>> {
    const wanted = this.#wanted;
    const isKnown = this.#told !== null && isSameAggregation(this.#told, wanted);
    if (!isKnown) this.#told = null;
    this.#sent = wanted;
    return {
      ...(isKnown ? {} : aggregationQuery(wanted)),
      ...(this.#priority > 0 && { priority: String(this.#priority) }),
    };
  }

  /** How long the server lets the P-GET hang that was sent last, in milliseconds. */
  get timeoutMs(): number {
    return (this.#sent ?? this.#wanted).timeoutSeconds * 1000;
  }

  /**
   * The next P-GET has the same `ack` as the last, which may still be on its way: whichever the
   * server sees first, it keeps the one of higher priority.
   */
  again(): void {
    this.#priority += 1;
  }

  /** The server answered the last P-GET; the next one has another `ack`. */
  answered(): void {
    this.#told = this.#sent;
    this.#priority = 0;
  }

  /** The channel is a new one, or was resumed: the server knows nothing. */
  forgotten(): void {
    this.#told = null;
    this.#priority = 0;
  }
}
