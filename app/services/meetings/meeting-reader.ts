import {
  type DialIn,
  type InvitationCustomization,
  type MeetingOptions,
  noMeetings,
} from '../../domain/meeting.ts';
import type { Logger } from '../../ports/logger.ts';
import type { OperationInput } from '../../ucwa/catalogue/operation-types.ts';
import type { ResourceName } from '../../ucwa/catalogue/resource-types.ts';
import { follow, type Posted } from '../../ucwa/follow/follow.ts';
import { type KnownResource, known } from '../../ucwa/follow/known-resource.ts';
import { type ReadResource, readEmbedded, readResource } from '../../ucwa/follow/read-resource.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import { embeddedMany, embeddedOne, link } from '../../ucwa/hypermedia/links.ts';
import type { UcwaApplication, UcwaClient } from '../../ucwa/ucwa-application.ts';
import { isGone } from '../calls/server-link.ts';
import {
  embeddedRegions,
  type OwnMeeting,
  toCustomization,
  toDialIn,
  toOptions,
} from './to-domain.ts';

/** More are not looked at. */
const maxMeetings = 200;
const maxRegions = 100;

/** The way to the user's meetings; the hosted service has no dashboard, only their list. */
export type Dashboard = KnownResource<'onlineMeetings'> | KnownResource<'myOnlineMeetings'>;

/** What surrounds the meetings themselves. */
export interface MeetingSurroundings {
  readonly options: MeetingOptions;
  readonly dialIn: DialIn | null;
  readonly customization: InvitationCustomization | null;
  /** Whether meetings may be scheduled, and not only be assigned. */
  readonly isSchedulingEligible: boolean;
}

/** Whether the server has meetings to schedule and to list. */
export const hasDashboard = ({ root }: UcwaApplication): boolean =>
  embeddedOne(root, 'onlineMeetings') !== null ||
  link(root, 'onlineMeetings') !== null ||
  embeddedOne(root, 'myOnlineMeetings') !== null;

/** @throws UcwaError 'missing-link' when the server has none */
export async function readDashboard({ client, root }: UcwaApplication): Promise<Dashboard> {
  const embedded = embeddedOne(root, 'onlineMeetings');
  if (embedded !== null) return known('onlineMeetings', embedded);
  const list = embeddedOne(root, 'myOnlineMeetings');
  if (list !== null) return known('myOnlineMeetings', list);
  return follow(client, known('application', root), 'onlineMeetings');
}

/** Whether there is a list, to which meetings can be added. */
export const hasList = (dashboard: Dashboard): boolean =>
  dashboard.name === 'myOnlineMeetings' || link(dashboard.resource, 'myOnlineMeetings') !== null;

/** Adds a meeting to the list. @throws UcwaError */
export async function postMeeting(
  application: UcwaApplication,
  input: OperationInput<'myOnlineMeetings', 'POST'>,
): Promise<Posted<'myOnlineMeeting'>> {
  const dashboard = await readDashboard(application);
  return isList(dashboard)
    ? follow(application.client, dashboard, 'POST self', input)
    : follow(application.client, dashboard, 'POST myOnlineMeetings', input);
}

const isList = (dashboard: Dashboard): dashboard is KnownResource<'myOnlineMeetings'> =>
  dashboard.name === 'myOnlineMeetings';

/** Every meeting of the user's own, the assigned one among them. @throws UcwaError */
export async function readOwnMeetings(
  client: UcwaClient,
  dashboard: Dashboard,
): Promise<readonly OwnMeeting[]> {
  if (!hasList(dashboard)) return readAssigned(client, dashboard, []);
  const list = isList(dashboard)
    ? await follow(client, dashboard, 'self')
    : await follow(client, dashboard, 'myOnlineMeetings');
  const scheduled = await readAll(client, list, 'myOnlineMeeting', maxMeetings);
  const assigned = readEmbedded(list, 'myAssignedOnlineMeeting');
  const isFromHere = link(list.resource, 'myAssignedOnlineMeeting') !== null;
  const all = [...(await readAssigned(client, isFromHere ? list : dashboard, assigned))];
  const seen = new Set(all.map(({ href }) => (href === null ? null : hrefKey(href))));
  // The assigned one is in the list of the others, too.
  return [...all, ...scheduled.filter(({ href }) => href === null || !seen.has(hrefKey(href)))];
}

async function readAssigned(
  client: UcwaClient,
  from: Dashboard,
  embedded: readonly ReadResource<'myAssignedOnlineMeeting'>[],
): Promise<readonly OwnMeeting[]> {
  const found = link(from.resource, 'myAssignedOnlineMeeting');
  if (embedded.length > 0 || found === null) return embedded;
  try {
    return [readResource('myAssignedOnlineMeeting', await client.get(found.href))];
  } catch (error) {
    // A policy may name it before there is one.
    if (isGone(error)) return [];
    throw error;
  }
}

const nothingAround = { options: noMeetings.options, dialIn: null, customization: null };

/** What the server lets one choose, numbers to call, and words for invitations. Never rejects. */
export async function readMeetingSurroundings(
  client: UcwaClient,
  dashboard: Dashboard,
  logger: Logger,
): Promise<MeetingSurroundings> {
  if (isList(dashboard)) return { ...nothingAround, isSchedulingEligible: true };
  const optional = async <T>(rel: string, read: () => Promise<T>): Promise<T | null> => {
    if (link(dashboard.resource, rel) === null) return null;
    try {
      return await read();
    } catch (error) {
      logger.info('Something about meetings could not be read', { rel, error });
      return null;
    }
  };
  const [eligible, defaults, policies, dialIn, customization] = await Promise.all([
    optional('onlineMeetingEligibleValues', () =>
      follow(client, dashboard, 'onlineMeetingEligibleValues'),
    ),
    optional('onlineMeetingDefaultValues', () =>
      follow(client, dashboard, 'onlineMeetingDefaultValues'),
    ),
    optional('onlineMeetingPolicies', () => follow(client, dashboard, 'onlineMeetingPolicies')),
    optional('phoneDialInInformation', () => readDialIn(client, dashboard)),
    optional('onlineMeetingInvitationCustomization', () =>
      follow(client, dashboard, 'onlineMeetingInvitationCustomization'),
    ),
  ]);
  const rels = eligible?.values.eligibleOnlineMeetingRels ?? [];
  return {
    options: toOptions(eligible, defaults, policies),
    dialIn,
    customization: customization === null ? null : toCustomization(customization),
    isSchedulingEligible: rels.length === 0 || rels.includes('myOnlineMeetings'),
  };
}

async function readDialIn(
  client: UcwaClient,
  dashboard: KnownResource<'onlineMeetings'>,
): Promise<DialIn | null> {
  const info = await follow(client, dashboard, 'phoneDialInInformation');
  const embedded = embeddedRegions(info);
  const regions =
    embedded.length > 0 ? embedded : await readAll(client, info, 'dialInRegion', maxRegions);
  return toDialIn(info, regions.slice(0, maxRegions));
}

/** Those that came along, and those that are only linked; one that is gone meanwhile is left out. */
async function readAll<Rel extends 'myOnlineMeeting' | 'dialInRegion'>(
  client: UcwaClient,
  { resource }: KnownResource<ResourceName>,
  rel: Rel,
  limit: number,
): Promise<readonly ReadResource<Rel>[]> {
  const embedded = embeddedMany(resource, rel).map((each) => readResource<Rel>(rel, each));
  const isEmbedded = new Set(embedded.flatMap(({ href }) => (href === null ? [] : hrefKey(href))));
  const missing = (resource.links[rel] ?? []).filter(({ href }) => !isEmbedded.has(hrefKey(href)));
  const read = missing.slice(0, limit).map(async ({ href }) => {
    try {
      return readResource<Rel>(rel, await client.get(href));
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  });
  const linked = (await Promise.all(read)).filter((each) => each !== null);
  return [...embedded, ...linked].slice(0, limit);
}
