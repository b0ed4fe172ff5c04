import type { Observable } from '../util/emitter.ts';
import type { MessageFormat } from './catalogue/generated/enumerations.ts';
import type { Aggregation } from './events/aggregation.ts';
import type { ChannelHealth } from './events/channel-health.ts';
import type { UcwaEvent } from './events/ucwa-event.ts';
import type { PropertyValue, Resource } from './hypermedia/resource.ts';
import type { RequestKind } from './transport/request-policies.ts';

/** The body of a POST or PUT. */
export type RequestBody =
  | {
      readonly type: 'resource';
      readonly properties: Readonly<Record<string, PropertyValue>>;
      /** External resources, such as `mediaOffer` as a `data:` URI. */
      readonly links?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'sdp'; readonly sdp: string }
  /** The text of an instant message, plain or as HTML. */
  | { readonly type: 'message'; readonly format: MessageFormat; readonly text: string };

export interface RequestOptions {
  /** Added to the link's own query; keys that the link has already are kept. */
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /**
   * What decides about time limits and repetition (`transport/request-policies.ts`). Default: `read`
   * for GET, `start` for POST, `write` for PUT and DELETE.
   */
  readonly kind?: RequestKind;
}

/** A photo as it came. */
export interface Photo {
  /** Such as `image/jpeg`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Edge of a photo in pixels, in the sizes that the server has. */
export type PhotoSize = 48 | 64 | 96 | 120 | 240 | 360 | 432 | 504 | 648;

/** What a POST gave: `resource` when the server sent the created one back. */
export interface PostResult {
  readonly status: number;
  /** Absolute; null without a `Location` header. */
  readonly location: string | null;
  readonly resource: Resource | null;
}

/** The properties of a resource that are to be different. */
export type PropertyChanges = Readonly<Record<string, PropertyValue>>;

/** Requests to resources. Every address comes from a link; none is built. Rejects with `UcwaError`. */
export interface UcwaClient {
  /**
   * Reads that begin in one turn of the event loop go out as one batch, unless `kind` is `urgent`.
   * What did not change since it was last read is given again.
   */
  get(href: string, options?: RequestOptions): Promise<Resource>;
  /**
   * @param href a `photo` or `contactPhoto` link
   * @returns null when there is no photo
   */
  getPhoto(href: string, size: PhotoSize, options?: RequestOptions): Promise<Photo | null>;
  post(href: string, body: RequestBody | null, options?: RequestOptions): Promise<PostResult>;
  /**
   * PUT: reads the resource and sends all of its properties back, known to us or not, with what
   * `change` makes different. If it was changed by somebody else in between, it is read and changed
   * once more.
   * @param change called with each representation that is read; may throw to send nothing
   * @returns the resource that the server sent back; null when it sent none
   */
  update(
    href: string,
    change: (resource: Resource) => PropertyChanges,
    options?: RequestOptions,
  ): Promise<Resource | null>;
  delete(href: string, options?: RequestOptions): Promise<void>;
}

/** What the application's connection to the server goes through. */
export type UcwaApplicationEvent =
  /** Events, in order, exactly once. */
  | { readonly type: 'event'; readonly event: UcwaEvent }
  /** Polling works (again). */
  | { readonly type: 'connected' }
  /** Polling failed; it is retried with back-off. */
  | { readonly type: 'recovering' }
  /** Events were lost (`resync`): what was read before may be out of date. */
  | { readonly type: 'resynced' }
  /**
   * The application was made anew (`ApplicationNotFound`, `resume`): conversations and
   * subscriptions are gone, `root` and the links have changed.
   */
  | { readonly type: 'recreated' }
  /**
   * `root`, `me`, `people` or `communication` was read again, after a gap or because an event named
   * it without bringing it along.
   */
  | { readonly type: 'refreshed' }
  /** It is over, for a reason that needs the user. No further event follows. */
  | {
      readonly type: 'ended';
      readonly reason:
        | 'used-elsewhere'
        | 'too-many-applications'
        | 'application-expired'
        | 'user-agent-not-allowed'
        | 'credentials-rejected';
    };

/** One signed-in UCWA application with its event channel. */
export interface UcwaApplication {
  readonly client: UcwaClient;
  /** The `application` resource and what it embeds, always the newest that was read. */
  readonly root: Resource;
  readonly me: Resource;
  readonly people: Resource;
  readonly communication: Resource;
  readonly events: Observable<UcwaApplicationEvent>;
  /** How the event channel is doing; computed when asked for. */
  readonly health: ChannelHealth;
  /**
   * Resolves when nothing is being read again any more: after the sign-in, when `me` and
   * `communication` show that the user was made available. Calls can come before. Never rejects.
   */
  upToDate(): Promise<void>;
  /** Starts polling. Once. */
  start(): void;
  /** How long events that are not urgent may be held back from now on. */
  aggregate(aggregation: Aggregation): void;
  /** Polls at once instead of waiting: the network is back or the computer woke. */
  wakeUp(): void;
  /** Ends polling and deletes the application on the server. Twice is harmless; leaves no timer. */
  signOut(): Promise<void>;
  /** Ends polling and leaves the application alive on the server, for the next start. */
  stop(): void;
}
