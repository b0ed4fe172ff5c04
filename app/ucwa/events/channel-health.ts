import type { ChannelState } from './channel-state.ts';

/** Events that were lost, or may have been. */
export interface ChannelGap {
  /** `resynced`: what is known may be out of date; `recreated`: the server forgot it. */
  readonly kind: 'resynced' | 'recreated';
  readonly atMs: number;
  /** When the server had last answered before; null when it never had. */
  readonly sinceMs: number | null;
}

/** How the event channel is doing. Times are milliseconds since 1970. */
export interface ChannelHealth {
  readonly state: ChannelState;
  /** When the server last answered for the channel; null before it ever did. */
  readonly lastAnswerAtMs: number | null;
  readonly lastGap: ChannelGap | null;
  /** How often the connection was lost and found again. */
  readonly reconnects: number;
}

/** Notes what the health is made of. */
export class ChannelRecord {
  #lastAnswerAtMs: number | null = null;
  #lastGap: ChannelGap | null = null;
  #reconnects = 0;

  answered(atMs: number): void {
    this.#lastAnswerAtMs = atMs;
  }

  /** Before the answer that brought it is noted. */
  gap(kind: ChannelGap['kind'], atMs: number): void {
    this.#lastGap = { kind, atMs, sinceMs: this.#lastAnswerAtMs };
  }

  reconnected(): void {
    this.#reconnects += 1;
  }

  health(state: ChannelState): ChannelHealth {
    return {
      state,
      lastAnswerAtMs: this.#lastAnswerAtMs,
      lastGap: this.#lastGap,
      reconnects: this.#reconnects,
    };
  }
}
