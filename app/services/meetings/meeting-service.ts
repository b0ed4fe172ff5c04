import { castDraft } from 'immer';
import type {
  MeetingChanges,
  Meetings,
  MeetingValues,
  ScheduledMeeting,
} from '../../domain/meeting.ts';
import { meetingProblems } from '../../domain/meeting-limits.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import { link, requireHref } from '../../ucwa/hypermedia/links.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import { isGone, isUnanswered } from '../calls/server-link.ts';
import { CommandFailure } from '../command-failure.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import {
  type Dashboard,
  hasDashboard,
  hasList,
  postMeeting,
  readDashboard,
  readMeetingSurroundings,
  readOwnMeetings,
} from './meeting-reader.ts';
import { type OwnMeeting, toInput, toMeeting } from './to-domain.ts';

export interface MeetingServiceDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly store: StateStore;
}

/**
 * The user's own meetings: read when somebody looks at them, since no event tells of them, and
 * scheduled, changed and cancelled.
 */
export class MeetingService implements SessionPart {
  readonly #on: MeetingServiceDependencies;
  readonly #logger: Logger;
  #application: UcwaApplication | null = null;
  #reading: Promise<void> | null = null;
  /** By id. */
  #known = new Map<string, OwnMeeting>();
  /** Addresses are not to leave the services. */
  #ids = new Map<string, string>();

  constructor(dependencies: MeetingServiceDependencies) {
    this.#on = dependencies;
    this.#logger = dependencies.logger.scoped('meetings');
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    this.#showAbilities();
  }

  handle(event: UcwaApplicationEvent): void {
    switch (event.type) {
      case 'recreated':
        this.#forget();
        break;
      case 'refreshed':
        this.#showAbilities();
        break;
      case 'event':
        if (event.event.link.rel === 'communication') this.#showAbilities();
        break;
      case 'connected':
      case 'recovering':
      case 'resynced':
      case 'ended':
        break;
    }
  }

  close(): void {
    this.#application = null;
    this.#forget();
  }

  /** Reads everything. What could not be read shows in `state`. */
  refresh(): Promise<void> {
    if (this.#reading !== null) return this.#reading;
    const reading = this.#read().finally(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    this.#reading = reading;
    return reading;
  }

  /** @returns the new meeting's id. @throws CommandFailure naming the field, UcwaError */
  async schedule(values: MeetingValues): Promise<string> {
    const application = this.#require();
    this.#check(values);
    const posted = await this.#changing(postMeeting(application, toInput(values)));
    const made =
      posted.created ??
      (posted.location === null
        ? null
        : readResource('myOnlineMeeting', await application.client.get(posted.location)));
    if (made === null) throw new CommandFailure('server', 'error.meetingUnknown');
    return this.#show(made);
  }

  /** @throws CommandFailure naming the field, UcwaError */
  async update(meetingId: string, changes: MeetingChanges): Promise<void> {
    const { client } = this.#require();
    const meeting = this.#meeting(meetingId);
    this.#check(changes);
    const changed = await this.#ifGone(
      meetingId,
      this.#changing(
        follow(client, { ...meeting, name: 'myOnlineMeeting' }, 'PUT self', toInput(changes)),
      ),
    );
    if (changed === null) await this.look(meetingId);
    else this.#show({ ...changed, href: meeting.href });
  }

  /** Takes a meeting off the calendar. One that is gone already is fine. */
  async cancel(meetingId: string): Promise<void> {
    const { client } = this.#require();
    const meeting = this.#meeting(meetingId);
    try {
      await follow(client, { ...meeting, name: 'myOnlineMeeting' }, 'DELETE self');
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    this.#drop(meetingId);
  }

  /** Reads one meeting anew. */
  async look(meetingId: string): Promise<void> {
    const { client } = this.#require();
    const { name, resource } = this.#meeting(meetingId);
    const read = await this.#ifGone(meetingId, client.get(requireHref(resource)));
    this.#show(readResource(name, read));
  }

  async #read(): Promise<void> {
    const application = this.#require();
    if (!hasDashboard(application)) throw new CommandFailure('not-allowed', 'error.notAllowed');
    const isCurrent = () => application === this.#application;
    this.#edit((meetings) => ({ ...meetings, state: 'reading' }));
    try {
      const { client } = application;
      const dashboard = await readDashboard(application);
      const [own, { options, dialIn, customization, isSchedulingEligible }] = await Promise.all([
        readOwnMeetings(client, dashboard),
        readMeetingSurroundings(client, dashboard, this.#logger),
      ]);
      if (!isCurrent()) return;
      this.#known = new Map(own.map((meeting) => [this.#idOf(meeting), meeting]));
      this.#edit((meetings) => {
        const can = {
          ...meetings.can,
          ...abilities(application, dashboard),
          schedule: isSchedulingEligible && hasList(dashboard),
        };
        const list = [...this.#known].map(([id, each]) => toMeeting(each, id, can));
        return { list, state: 'read', options, dialIn, customization, can };
      });
    } catch (error) {
      if (!isCurrent()) return;
      this.#logger.warn('The meetings could not be read', { error });
      this.#edit((meetings) => ({ ...meetings, state: 'failed' }));
    }
  }

  /** Nobody knows whether a change that was not answered was made: the list will say. */
  async #changing<T>(request: Promise<T>): Promise<T> {
    try {
      return await request;
    } catch (error) {
      if (isUnanswered(error)) void this.refresh().catch(() => undefined);
      throw error;
    }
  }

  async #ifGone<T>(meetingId: string, request: Promise<T>): Promise<T> {
    try {
      return await request;
    } catch (error) {
      if (isGone(error)) this.#drop(meetingId);
      throw error;
    }
  }

  #check(values: MeetingChanges): void {
    const [problem] = meetingProblems(values, this.#on.clock.nowMs());
    if (problem === undefined) return;
    const { field, detail } = problem;
    if (problem.problem === 'too-long') {
      const limits = { field, fields: field, limit: detail };
      throw new CommandFailure('field-limit', 'error.fieldLimit', limits);
    }
    throw new CommandFailure('field-limit', 'error.meetingField', { field, fields: field, detail });
  }

  #show(meeting: OwnMeeting): string {
    const id = this.#idOf(meeting);
    this.#known.set(id, meeting);
    this.#edit((meetings) => {
      const shown = toMeeting(meeting, id, meetings.can);
      const isNew = meetings.list.every((each) => each.id !== id);
      const list: readonly ScheduledMeeting[] = isNew
        ? [...meetings.list, shown]
        : meetings.list.map((each) => (each.id === id ? shown : each));
      return { ...meetings, list };
    });
    return id;
  }

  #drop(meetingId: string): void {
    this.#known.delete(meetingId);
    this.#edit((meetings) => ({
      ...meetings,
      list: meetings.list.filter(({ id }) => id !== meetingId),
    }));
  }

  #idOf({ href, resource }: OwnMeeting): string {
    const key = hrefKey(href ?? requireHref(resource));
    const id = this.#ids.get(key) ?? this.#on.random.uuid();
    this.#ids.set(key, id);
    return id;
  }

  #meeting(meetingId: string): OwnMeeting {
    const meeting = this.#known.get(meetingId);
    if (meeting === undefined) throw new CommandFailure('not-found', 'error.gone');
    return meeting;
  }

  #showAbilities(): void {
    const application = this.#application;
    if (application === null) return;
    const { can: before } = this.#on.store.state.meetings;
    const now = abilities(application, null);
    if (now.list === before.list && now.join === before.join) return;
    this.#edit((meetings) => {
      const can = { ...meetings.can, ...now };
      const list = [...this.#known].map(([id, each]) => toMeeting(each, id, can));
      return { ...meetings, list, can };
    });
  }

  /** Of a new application: nothing that was read of the old one has an address any more. */
  #forget(): void {
    this.#known = new Map();
    this.#ids = new Map();
    this.#reading = null;
    this.#edit((meetings) => ({ ...meetings, list: [], state: 'unread' }));
    this.#showAbilities();
  }

  #edit(change: (meetings: Meetings) => Meetings): void {
    const { store } = this.#on;
    const changed = change(store.state.meetings);
    store.update((draft) => {
      draft.meetings = castDraft(changed);
    });
  }

  #require(): UcwaApplication {
    if (this.#application !== null) return this.#application;
    throw new CommandFailure('not-signed-in', 'error.notSignedIn');
  }
}

/** What the server offers now, by its links. */
function abilities(
  application: UcwaApplication,
  dashboard: Dashboard | null,
): Pick<Meetings['can'], 'list' | 'join'> {
  const isListed =
    dashboard === null ||
    hasList(dashboard) ||
    link(dashboard.resource, 'myAssignedOnlineMeeting') !== null;
  return {
    list: hasDashboard(application) && isListed,
    join: link(application.communication, 'joinOnlineMeeting') !== null,
  };
}
