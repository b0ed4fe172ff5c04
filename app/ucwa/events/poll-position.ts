import type { EventsDocument } from '../codec/codec.ts';
import { sameHref, withQuery } from '../hypermedia/href.ts';
import type { Aggregation } from './aggregation.ts';
import type { ChannelGap } from './channel-health.ts';
import { PollParameters } from './poll-parameters.ts';

/** Where an event channel is, and what its next P-GET asks. */
export class PollPosition {
  #href: string;
  readonly #parameters = new PollParameters();
  /** P-GETs with the present href that got no answer and may have replaced the last one. */
  #reissues = 0;

  constructor(eventsHref: string) {
    this.#href = eventsHref;
  }

  /** The P-GET that is sent now, and for how long the server lets it hang. */
  ask(): { readonly url: string; readonly hangsMs: number } {
    const url = withQuery(this.#href, this.#parameters.query());
    return { url, hangsMs: this.#parameters.timeoutMs };
  }

  /** @returns whether a P-GET that hangs now brings events later than wanted */
  want(aggregation: Aggregation): boolean {
    return this.#parameters.want(aggregation);
  }

  /** The next P-GET has the same `ack` as the last, which may still be on its way. */
  again(): void {
    this.#reissues += 1;
    this.#parameters.again();
  }

  /** The last P-GET was replaced. @returns whether one of ours may have done so, sent before it */
  replaced(): boolean {
    const isOurs = this.#reissues > 0;
    this.#reissues = 0;
    return isOurs;
  }

  /**
   * Goes on to where a body leads.
   * @returns what is lost by that, or nothing; `stuck`: the body leads nowhere
   */
  moveOn({ next, resume, resync }: EventsDocument): ChannelGap['kind'] | 'nothing' | 'stuck' {
    const href = resync ?? resume ?? next;
    if (href === null || (href === next && sameHref(href, this.#href))) return 'stuck';
    this.#href = href;
    this.#reissues = 0;
    this.#parameters.answered();
    if (resync !== null) return 'resynced';
    if (resume === null) return 'nothing';
    this.#parameters.forgotten();
    return 'recreated';
  }

  /** The application was made anew: its server knows nothing. */
  restart(eventsHref: string): void {
    this.#href = eventsHref;
    this.#reissues = 0;
    this.#parameters.forgotten();
  }
}
