import type { ConversationState } from '../../domain/conversation.ts';
import {
  type MeetingAddress,
  meetingOfDomain,
  ownMeeting,
  readMeetingAddress,
} from '../../domain/meeting-address.ts';
import type { HttpTransport } from '../../ports/http-transport.ts';
import type { Logger } from '../../ports/logger.ts';
import { domainOf } from '../../ucwa/discovery/discovery-address.ts';
import { isWithin } from '../../ucwa/discovery/home-domain.ts';
import { askJoinUrl, type JoinTarget } from '../../ucwa/discovery/join-url.ts';
import { CommandFailure } from '../command-failure.ts';
import type { SessionService } from '../session/session-service.ts';
import type { StateStore } from '../state-store.ts';
import type { MeetingService } from './meeting-service.ts';

/** Who takes the user into a meeting. */
export interface MeetingEntrance {
  /** @returns the conversation's id */
  joinMeeting(input: {
    readonly onlineMeetingUri: string;
    readonly subject?: string;
    /** What somebody without an account is called in the meeting. */
    readonly anonymousDisplayName?: string;
  }): string;
  /** Goes again into a meeting that the user was in. */
  retry(conversationId: string): void;
}

export interface MeetingJoiningDependencies {
  readonly transport: HttpTransport;
  readonly logger: Logger;
  readonly store: StateStore;
  readonly session: SessionService;
  readonly meetings: MeetingService;
  readonly entrance: MeetingEntrance;
}

const goingOn: ReadonlySet<ConversationState> = new Set([
  'Connecting',
  'Connected',
  'Conferencing',
  'InLobby',
  'Conferenced',
]);

type JoinUrl = Extract<MeetingAddress, { readonly kind: 'joinUrl' }>;

/** From what somebody pasted or typed into the meeting that is meant. */
export class MeetingJoining {
  readonly #on: MeetingJoiningDependencies;
  readonly #logger: Logger;

  constructor(dependencies: MeetingJoiningDependencies) {
    this.#on = dependencies;
    this.#logger = dependencies.logger.scoped('meetings');
  }

  /** @returns the conversation's id, also of one that goes on. @throws CommandFailure that says what is needed instead */
  async join(text: string): Promise<string> {
    const { entrance, session, store } = this.#on;
    if (session.subject === null) throw new CommandFailure('not-signed-in', 'error.notSignedIn');
    if (!store.state.meetings.can.join) throw new CommandFailure('not-allowed', 'error.notAllowed');
    const address = readMeetingAddress(text);
    await this.#listFor(address);
    const own = ownMeeting(address, store.state.meetings.list);
    const subject = own?.subject ?? '';
    const onlineMeetingUri = own?.onlineMeetingUri ?? (await this.#uriOf(address));
    return (
      this.#placeIn(onlineMeetingUri) ??
      entrance.joinMeeting({ onlineMeetingUri, ...(subject !== '' && { subject }) })
    );
  }

  /** The conversation of somebody who is there already, was there, or is on the way: there is no second one. */
  #placeIn(onlineMeetingUri: string): string | null {
    const wanted = onlineMeetingUri.toLowerCase();
    const places = Object.values(this.#on.store.state.conversations).filter(
      (each) => each.onlineMeetingUri?.toLowerCase() === wanted,
    );
    const found = places.find(({ state }) => goingOn.has(state));
    if (found !== undefined) return found.id;
    const left = places.find(({ can }) => can.retry);
    if (left !== undefined) this.#on.entrance.retry(left.id);
    return left?.id ?? null;
  }

  /** Signs in for this one meeting, and joins it. @returns the conversation's id. @throws CommandFailure */
  async joinAsGuest(text: string, name: string): Promise<string> {
    const target = await this.#targetForGuest(readMeetingAddress(text));
    const conference = readMeetingAddress(target.onlineMeetingUri);
    if (conference.kind !== 'uri') throw new CommandFailure('server', 'error.meetingPage');
    const { onlineMeetingUri, organizer, meetingId } = conference;
    const result = await this.#on.session.signIn({
      // The organizer's domain is where the meeting's server is looked for.
      address: organizer,
      discoveryUrl: target.applicationsUrl,
      trustedHosts: [],
      choice: { method: 'anonymous', conferenceUri: onlineMeetingUri, conferenceId: meetingId },
    });
    if (!result.ok) throw new CommandFailure('server', 'error.signInFailed');
    return this.#on.entrance.joinMeeting({ onlineMeetingUri, anonymousDisplayName: name });
  }

  /** Ids say something only about the user's own meetings; their pages need not be asked. */
  async #listFor({ kind }: MeetingAddress): Promise<void> {
    const { meetings, store } = this.#on;
    const { can, state } = store.state.meetings;
    const isWanted = kind === 'conferenceId' || kind === 'joinUrl';
    if (isWanted && can.list && (state === 'unread' || state === 'reading')) {
      await meetings.refresh();
    }
  }

  async #uriOf(address: MeetingAddress): Promise<string> {
    switch (address.kind) {
      case 'uri':
        return address.onlineMeetingUri;
      case 'joinUrl':
        return this.#uriOfPage(address);
      case 'conferenceId':
        throw new CommandFailure('not-found', 'error.meetingIdUnknown');
      case 'unreadable':
        throw unreadable(address.problem);
    }
  }

  async #uriOfPage(address: JoinUrl): Promise<string> {
    const trust = this.#on.session.subject;
    const domain = trust === null ? '' : domainOf(trust.address);
    const guessed = meetingOfDomain(address, domain);
    const { hostname } = new URL(address.url);
    const trusted = [...(trust?.trustedHosts ?? []), hostnameOf(trust?.discoveryUrl ?? null)];
    if (!isWithin(hostname, domain) && !trusted.includes(hostname)) {
      throw new CommandFailure('not-allowed', 'error.meetingHost', { host: address.host });
    }
    return (await this.#ask(address, guessed)).onlineMeetingUri;
  }

  /** The host is the one that the guest gave: nothing of theirs but the question goes there. */
  async #targetForGuest(address: MeetingAddress): Promise<JoinTarget> {
    switch (address.kind) {
      case 'uri':
        return { onlineMeetingUri: address.onlineMeetingUri, applicationsUrl: null };
      case 'joinUrl':
        return this.#ask(address, meetingOfDomain(address, address.host.replace(/^meet\./, '')));
      case 'conferenceId':
        throw new CommandFailure('invalid-address', 'error.meetingLinkNeeded');
      case 'unreadable':
        throw unreadable(address.problem);
    }
  }

  /** @param guessed the meeting by the usual form of its page, when that does not tell */
  async #ask({ url, host }: JoinUrl, guessed: string | null): Promise<JoinTarget> {
    try {
      return checked(await askJoinUrl(this.#on.transport, url));
    } catch (cause) {
      this.#logger.info('The page of a meeting did not tell which it is', { error: cause });
      if (guessed !== null) return { onlineMeetingUri: guessed, applicationsUrl: null };
      throw new CommandFailure('server', 'error.meetingPage', { host }, { cause });
    }
  }
}

/** What a page tells is no more to be trusted than what somebody typed. */
function checked(target: JoinTarget): JoinTarget {
  const address = readMeetingAddress(target.onlineMeetingUri);
  if (address.kind !== 'uri') throw new Error('The page names no meeting');
  return { ...target, onlineMeetingUri: address.onlineMeetingUri };
}

function unreadable(
  problem: Extract<MeetingAddress, { readonly kind: 'unreadable' }>['problem'],
): CommandFailure {
  const key = problem === 'not-secure' ? 'error.meetingNotSecure' : 'error.meetingUnreadable';
  return new CommandFailure('invalid-address', key);
}

function hostnameOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname;
  } catch {
    return null;
  }
}
