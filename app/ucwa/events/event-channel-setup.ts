import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import type { Codecs } from '../codec/codecs.ts';
import type { AuthenticatedHttp } from '../transport/authenticated-http.ts';
import type { ChannelTimes } from './channel-times.ts';
import type { EndReason } from './poll-outcome.ts';

/** What making the application anew gave. */
export type Recreation =
  /** `fresh`: it is a new one; else the old one was still alive and events may be missing. */
  | { readonly type: 'recreated'; readonly eventsHref: string; readonly fresh: boolean }
  | { readonly type: 'failure'; readonly error: unknown }
  | { readonly type: 'ended'; readonly reason: EndReason };

export interface EventChannelSetup {
  readonly http: AuthenticatedHttp;
  readonly codecs: Codecs;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** The application's `events` link. */
  readonly eventsHref: string;
  /** Makes the application anew after the server lost it. Never rejects. */
  readonly recreate: (signal: AbortSignal) => Promise<Recreation>;
  /**
   * A short request that shows whether the server can be reached: a P-GET without events says
   * nothing for minutes. Rejects when it cannot.
   */
  readonly probe: (signal: AbortSignal) => Promise<void>;
  readonly times?: ChannelTimes;
}
