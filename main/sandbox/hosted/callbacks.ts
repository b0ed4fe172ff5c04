import { groupBySender, type OutgoingEvent } from '../events/event.ts';
import type { Application, Callbacks, Conversation } from '../model/entities.ts';
import type { JsonObject } from '../model/json.ts';
import { reachableCallback } from './callback-url.ts';
import { hostedDocument } from './dialect.ts';
import { postCallback } from './post-callback.ts';

/** Events of one conversation that may wait for the client's address to take earlier ones. */
const mostWaiting = 200;

export interface CallbacksSetup {
  readonly application: Application;
  /** What addresses in the events are relative to. */
  readonly origin: string;
  /** Bearer token that proves to the client who posts. */
  readonly token: string;
  /** Address of a resource of the event channel with this number. */
  readonly href: (number: number) => string;
}

/** One conversation's events on their way to its address. */
interface Route {
  url: string | undefined;
  context: string | undefined;
  waiting: OutgoingEvent[];
  isPosting: boolean;
}

/** `/conversations/<id>` or `/…Invitations/<id>` in the address of a resource. */
const place = /\/(conversations|[a-z]+Invitations)\/([^/?]+)/i;

/**
 * Posts the events of conversations to the addresses that the client named for them, in order and one
 * post at a time for each conversation. A conversation without one goes to the user's default address.
 */
export class PostedCallbacks implements Callbacks {
  readonly #setup: CallbacksSetup;
  readonly #routes = new Map<string, Route>();
  readonly #stopped = new AbortController();
  #posts = 0;

  constructor(setup: CallbacksSetup) {
    this.#setup = setup;
  }

  direct(conversation: Conversation, url: string | undefined): void {
    if (url !== undefined) this.#route(conversation.id).url = url;
  }

  get inUse(): boolean {
    return [...this.#routes.values()].some(({ url }) => url !== undefined);
  }

  push(outgoing: OutgoingEvent): void {
    const id = this.#conversationOf(outgoing);
    if (id === undefined) return;
    const route = this.#route(id);
    if (route.waiting.length < mostWaiting) route.waiting.push(outgoing);
    // The request that started the conversation names its address only after the first events.
    if (!route.isPosting) setImmediate(() => void this.#post(id, route));
  }

  stop(): void {
    this.#routes.clear();
    this.#stopped.abort();
  }

  #route(id: string): Route {
    const known = this.#routes.get(id);
    if (known !== undefined) return known;
    const { callbackUrl: url } = this.#setup.application.account.user;
    const route: Route = { url, context: undefined, waiting: [], isPosting: false };
    this.#routes.set(id, route);
    return route;
  }

  #conversationOf({ event, sender }: OutgoingEvent): string | undefined {
    for (const href of [event.link.href, sender.href]) {
      const [, collection, id] = place.exec(href) ?? [];
      if (collection === 'conversations') return id;
      const invitation = this.#setup.application.invitations.get(id ?? '');
      if (invitation !== undefined) return invitation.conversation.id;
    }
    return undefined;
  }

  async #post(id: string, route: Route): Promise<void> {
    if (route.isPosting || this.#stopped.signal.aborted) return;
    route.isPosting = true;
    while (route.waiting.length > 0) {
      const events = route.waiting.filter(({ isStale }) => isStale?.() !== true);
      route.waiting = [];
      await this.#send(route, events);
      const isOver = ({ event }: OutgoingEvent) =>
        event.link.rel === 'conversation' && event.type === 'deleted';
      if (events.some(isOver)) this.#routes.delete(id);
    }
    route.isPosting = false;
  }

  async #send(route: Route, events: readonly OutgoingEvent[]): Promise<void> {
    const url = route.url === undefined ? undefined : reachableCallback(route.url);
    if (url === undefined || events.length === 0) return;
    if (route.context !== undefined) url.searchParams.set('callbackContext', route.context);
    const { token } = this.#setup;
    const body = JSON.stringify(this.#body(events));
    const { signal } = this.#stopped;
    const { delivered, context } = await postCallback({ url, token, body, signal });
    if (context !== undefined) route.context = context;
    if (delivered) for (const { onDelivered } of events) onDelivered?.();
  }

  #body(events: readonly OutgoingEvent[]): JsonObject {
    const { application, origin, href } = this.#setup;
    this.#posts += 1;
    const value = {
      _links: {
        self: { href: href(this.#posts) },
        next: { href: href(this.#posts + 1) },
      },
      sender: groupBySender(events),
    };
    return hostedDocument(application, { kind: 'events', value }, origin).value;
  }
}
