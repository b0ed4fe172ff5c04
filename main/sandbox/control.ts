import { endApplication } from './applications/lifecycle.ts';
import type { GrantName } from './auth/grants.ts';
import { ringOut } from './calls/end-call.ts';
import { handOver } from './calls/hand-over.ts';
import { chatRingsOut } from './chat/chat.ts';
import type { EventType } from './events/event.ts';
import type { EventChannel, RawReply } from './events/event-channel.ts';
import { communicationSender, meSender, peopleSender } from './events/publish.ts';
import type { ActiveFaults } from './faults/active-faults.ts';
import type { FaultOptions } from './faults/fault.ts';
import type { Listener } from './http/listener.ts';
import type { RequestLog, RequestRecord } from './http/request-log.ts';
import { createMeeting } from './meetings/meeting.ts';
import { cancelPending } from './meetings/pending.ts';
import type { CallReport } from './model/call-report.ts';
import type { Application } from './model/entities.ts';
import { findByUserName } from './model/find-account.ts';
import type { JsonObject } from './model/json.ts';
import { reasons } from './model/reasons.ts';
import type { TelephoneManner } from './model/telephone-network.ts';
import type { Account, InvitationDecoration } from './model/user-account.ts';
import type { World } from './model/world.ts';
import type { TraceMark } from './options.ts';
import { preferredPresence, watchingPresence } from './presence/presence.ts';
import type { SandboxServer } from './server.ts';
import type { OfferForm } from './user.ts';

/** An application as tests may see it. */
export interface ApplicationView {
  readonly id: string;
  readonly endpointId: string;
  readonly userAgent: string;
  readonly available: boolean;
  readonly supportedModalities: readonly string[];
  /** Whether an event request hangs right now. */
  readonly polling: boolean;
  readonly conversations: number;
  readonly subscriptions: number;
  /** Path of the event request that hangs or is expected next, one per instance. */
  readonly pollHrefs: readonly string[];
}

/** An event that the server did not think of itself. */
export interface InjectedEvent {
  readonly link: { readonly rel: string; readonly href: string; readonly title?: string };
  readonly type: EventType | (string & {});
  readonly [member: string]: unknown;
}

/** Makes the server misbehave, and tells what it has seen. `user` is a SIP address or user name. */
export class SandboxControl {
  readonly #world: World;
  readonly #listener: Listener;
  readonly #log: RequestLog;
  readonly #faults: ActiveFaults;
  readonly #writes: readonly TraceMark[];

  constructor(
    world: World,
    listener: Listener,
    server: SandboxServer,
    writes: readonly TraceMark[],
  ) {
    this.#world = world;
    this.#listener = listener;
    this.#log = server.log;
    this.#faults = server.faults;
    this.#writes = writes;
  }

  /**
   * Turns on one of the named faults; `npm run sandbox -- --fault list` shows them.
   * @returns what turns it off again
   * @throws when there is no fault of this name
   */
  fault(name: string, options: FaultOptions = {}): () => void {
    return this.#faults.enable(name, options);
  }

  /** Every answered request so far, oldest first. A hanging event request is not among them. */
  get requests(): readonly RequestRecord[] {
    return this.#log.records;
  }

  /** What clients reported of their calls, oldest first. */
  get callReports(): readonly CallReport[] {
    return this.#world.callReports;
  }

  /** Every event written to a socket, with the moment it was. */
  get writes(): readonly TraceMark[] {
    return this.#writes;
  }

  waitForRequest(
    fits: (record: RequestRecord) => boolean,
    timeoutMs?: number,
  ): Promise<RequestRecord> {
    return this.#log.next(fits, timeoutMs);
  }

  applicationsOf(user: string): readonly ApplicationView[] {
    return this.#applications(user).map((application) => ({
      id: application.id,
      endpointId: application.endpointId,
      userAgent: application.userAgent,
      available: application.available,
      supportedModalities: application.supportedModalities,
      polling: [...application.channels.values()].some((channel) => channel.hanging),
      conversations: application.conversations.size,
      subscriptions: application.subscriptions.size,
      pollHrefs: [...application.channels.values()].map((channel) => channel.pollHref),
    }));
  }

  /** The web tickets that the user was given and that were not revoked, oldest first. */
  ticketsOf(user: string): readonly string[] {
    return this.#world.tickets.ticketsOf(this.#account(user));
  }

  /** Bearer token of the events that the hosted dialect posts to callback addresses. */
  get callbackToken(): string {
    return this.#world.callbackToken;
  }

  dropConnections(): void {
    this.#listener.dropConnections();
  }

  /** `true` drops everything and refuses new connections until `false`. */
  async setRefusing(refusing: boolean): Promise<void> {
    await (refusing ? this.#listener.close() : this.#listener.open());
  }

  /** Refuses connections for a while; resolves when the server listens again. */
  async refuseConnectionsFor(durationMs: number): Promise<void> {
    await this.#listener.close();
    await new Promise((resolve) => setTimeout(resolve, durationMs));
    await this.#listener.open();
  }

  /** As if the server process had been restarted: applications, calls and connections are gone. */
  async restart(
    options: { readonly keepTokens?: boolean; readonly downForMs?: number } = {},
  ): Promise<void> {
    this.#world.forget(options.keepTokens ?? true);
    await this.refuseConnectionsFor(options.downForMs ?? 0);
  }

  /** Tickets of this user (or all) are no longer good; an event request that hangs is answered 401. */
  expireTokens(user?: string): void {
    const account = user === undefined ? undefined : this.#account(user);
    this.#world.tickets.revoke(account);
    for (const application of this.#world.applications.values()) {
      const bad = (ticket: string) => this.#world.tickets.accountOf(ticket) === undefined;
      for (const channel of application.channels.values()) channel.end('unauthorized', bad);
    }
  }

  /** The network of this user is gone: requests with their ticket get no answer; `false` undoes it. */
  setCutOff(user: string, cutOff: boolean): void {
    const { key } = this.#account(user);
    if (!cutOff) {
      this.#world.cutOff.delete(key);
      return;
    }
    this.#world.cutOff.add(key);
    for (const channel of this.#channels(user)) channel.end('abandoned');
  }

  /** Ends the applications of this user (or all), as inactivity does. */
  expireApplications(user?: string): void {
    const doomed =
      user === undefined ? [...this.#world.applications.values()] : this.#applications(user);
    for (const application of doomed) endApplication(this.#world, application);
  }

  setGrants(grants: readonly GrantName[]): void {
    this.#world.grants = grants;
  }

  /** A meeting that anybody may join who knows its address. */
  scheduleMeeting(organizer: string): { readonly uri: string; readonly id: string } {
    const { uri, id } = createMeeting(this.#world, this.#account(organizer), {
      scheduled: true,
    });
    return { uri, id };
  }

  /** The company page's cookies are too old for tickets; the page itself still knows its users. */
  expirePassiveCookies(): void {
    this.#world.passive.expireCookies();
  }

  /** What sign-in pages gave out is too old from now on: cookies and refresh tokens. */
  forgetSignIns(): void {
    this.#world.passive.forget();
    this.#world.authorization.forget();
  }

  /** Discovery names this address instead of a `user` resource; undefined undoes it. */
  setRedirect(href: string | undefined): void {
    this.#world.redirectTo = href;
  }

  /** So many operations of one user may run at once in batches; more are answered 429. Usually 100. */
  setMaximumOutstanding(count: number): void {
    this.#world.maximumOutstanding = count;
  }

  setOfferForm(user: string, form: OfferForm): void {
    this.#account(user).offerForm = form;
  }

  setPassword(user: string, password: string): void {
    const account = this.#account(user);
    account.user = { ...account.user, password };
  }

  /** Answers the user's hanging or next event request with this; events that wait stay where they are. */
  nextEventsBody(
    user: string,
    reply: {
      readonly raw: string | Buffer;
      readonly contentType?: string;
      readonly status?: number;
      readonly truncated?: boolean;
    },
  ): void {
    const raw: RawReply = {
      status: reply.status ?? 200,
      contentType: reply.contentType ?? 'application/json; charset=utf-8',
      body: reply.raw,
      truncated: reply.truncated ?? false,
    };
    const channels = this.#channels(user);
    (channels.find((channel) => channel.hanging) ?? channels[0])?.answerRaw(raw);
  }

  /** Sends any event, well-formed or not, from `communication`, `me`, `people` or a sender of your own. */
  injectEvent(
    user: string,
    sender: string | { readonly rel: string; readonly href: string },
    event: InjectedEvent,
  ): void {
    for (const application of this.#applications(user)) {
      const from = typeof sender === 'string' ? this.#sender(application, sender) : sender;
      for (const channel of application.channels.values()) {
        channel.push({ sender: from, event: JSON.parse(JSON.stringify(event)), priority: 'High' });
      }
    }
  }

  /** Changes the next offer that reaches this user, by default into something that is no SDP. */
  tamperNextOffer(
    user: string,
    change: (sdp: string) => string = () => 'this is not a session description',
  ): void {
    this.#account(user).offerTampers.push(change);
  }

  /** From now on callers of this user hear an open line before it rings, and until somebody takes the call. */
  announce(user: string): void {
    this.#account(user).announces = true;
  }

  /**
   * A client of `by` hands the call that they are in over to `to`: whom they talk with gets a call of `to`,
   * made with that user's next call to them, which takes the place of this one.
   * @param how `announced`: they hear at once that they are being transferred
   */
  handOver(by: string, to: string, how: 'announced' | 'silent' = 'announced'): void {
    handOver(this.#world, this.#account(by), this.#account(to), how === 'announced');
  }

  /** Adds properties and links (`forwardedBy`, `delegator`, location …) to the next invitation for this user. */
  decorateNextInvitation(
    user: string,
    decoration: { readonly properties?: JsonObject; readonly links?: JsonObject },
  ): void {
    const known: InvitationDecoration = decoration;
    this.#account(user).decorations.push(known);
  }

  sendResync(user: string): void {
    for (const channel of this.#channels(user)) channel.breakWith('resync');
  }

  sendResume(user: string): void {
    for (const channel of this.#channels(user)) channel.breakWith('resume');
  }

  /** Numbers of the telephones that ring, the oldest call first. */
  get ringingTelephones(): readonly string[] {
    return this.#world.telephones.ringing;
  }

  /** What a telephone does from now on when it is called. Usually it rings until it is answered. */
  setTelephone(number: string, manner: TelephoneManner): void {
    this.#world.telephones.setManner(number, manner);
  }

  /** Takes, turns away, or ends a call on a telephone. @throws when it has no such call */
  telephone(number: string, action: 'answer' | 'refuse' | 'hangUp'): void {
    if (!this.#world.telephones[action](number))
      throw new Error(`the telephone ${number} has no call for that`);
  }

  /** The user's calls go to their delegates or team: at once, or they ring along. */
  forwardCalls(user: string, target: 'Delegates' | 'Team', how: 'immediate' | 'along'): void {
    const { forwarding } = this.#account(user);
    const to = { target, contactUri: undefined };
    if (how === 'immediate') forwarding.immediate = to;
    else forwarding.simultaneousRing = { ...to, ringDelay: 0 };
    forwarding.activeSetting = how === 'immediate' ? 'ImmediateForward' : 'SimultaneousRing';
  }

  /** Everything that rings has rung for its whole time: calls, chats and meetings end unanswered. */
  letRingOut(): void {
    const world = this.#world;
    for (const call of [...world.calls]) if (call.state === 'ringing') ringOut(world, call);
    for (const chat of [...world.chats]) if (chat.state === 'ringing') chatRingsOut(world, chat);
    for (const { pending } of world.meetings.values())
      for (const asked of [...pending]) cancelPending(asked, reasons.timedOut, reasons.missed);
  }

  /** The user is seen so, as if another of their programs had said it. */
  setPresence(user: string, availability: 'Online' | 'Busy' | 'DoNotDisturb'): void {
    const account = this.#account(user);
    watchingPresence(this.#world, () => {
      account.manualPresence = preferredPresence(availability);
    });
  }

  /** The user's calls ring at the user alone again. */
  stopForwarding(user: string): void {
    const { forwarding } = this.#account(user);
    forwarding.activeSetting = 'None';
  }

  #account(user: string): Account {
    const account = findByUserName(this.#world, user);
    if (account === undefined) throw new Error(`no such user: ${user}`);
    return account;
  }

  #applications(user: string): readonly Application[] {
    return this.#world.applicationsOf(this.#account(user));
  }

  #channels(user: string): readonly EventChannel[] {
    return this.#applications(user).flatMap((application) => [...application.channels.values()]);
  }

  #sender(application: Application, rel: string): { readonly rel: string; readonly href: string } {
    if (rel === 'communication') return communicationSender(application);
    if (rel === 'me') return meSender(application);
    if (rel === 'people') return peopleSender(application);
    return { rel, href: `${application.base}/${rel}` };
  }
}
