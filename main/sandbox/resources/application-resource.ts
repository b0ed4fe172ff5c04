import { hostedApplication, hostedCommunication } from '../hosted/hosted-resources.ts';
import { hasDelegators } from '../model/delegation.ts';
import type { Application } from '../model/entities.ts';
import { type JsonObject, type Resource, ucwaDate } from '../model/json.ts';
import {
  communicationHref,
  conversationLogsHref,
  invitationsHref,
  meHref,
  missedItemsHref,
  peopleHref,
} from './hrefs.ts';
import { onlineMeetingsResource } from './online-meeting-resource.ts';
import { mayUsePhone } from './phone-audio-resource.ts';
import { phoneNumbers } from './phone-resource.ts';
import { putProperty } from './put-property.ts';

/** Address of an application's event channel; the key is there to see that clients keep it. */
export function eventsHref(application: Application, instanceId: string, ack: number): string {
  const key = Buffer.from(`${application.id}:${application.endpointId}`).toString('base64url');
  const instance = instanceId === '' ? '' : `&instanceId=${encodeURIComponent(instanceId)}`;
  return `${application.base}/events?ack=${ack}&key=${key}-${application.id}-${instance}`;
}

/** `me`: how much it holds depends on whether the user has been made available. */
export function meResource(application: Application): Resource {
  const { user, anonymous } = application.account;
  const self = meHref(application);
  if (anonymous)
    return { rel: 'me', name: user.name, uri: user.uri, _links: { self: { href: self } } };
  const always = {
    self: { href: self },
    callForwardingSettings: { href: `${self}/callForwardingSettings` },
    phones: { href: `${self}/phones` },
    photo: {
      href: `${application.base}/photos/${encodeURIComponent(user.uri.replace(/^sip:/i, ''))}`,
    },
  };
  if (!application.available) {
    return {
      rel: 'me',
      name: user.name,
      uri: user.uri,
      _links: {
        ...always,
        makeMeAvailable: { href: `${self}/makeMeAvailable` },
      },
    };
  }
  return {
    rel: 'me',
    name: user.name,
    uri: user.uri,
    endpointUri: `${user.uri};opaque=user:epid:${application.endpointId};gruu`,
    emailAddresses: [user.uri.replace(/^sip:/i, '')],
    title: user.title,
    department: user.department,
    company: user.company,
    officeLocation: user.office,
    ...phoneNumbers(application.account, 'own'),
    _links: {
      ...always,
      note: { href: `${self}/note` },
      presence: { href: `${self}/presence` },
      location: { href: `${self}/location` },
      reportMyActivity: { href: `${self}/reportMyActivity` },
    },
  };
}

export function communicationResource(application: Application): Resource {
  if (application.dialect === 'hosted') return hostedCommunication(application);
  const self = communicationHref(application);
  const video = application.account.user.videoAllowed !== false;
  return {
    rel: 'communication',
    supportedModalities: application.supportedModalities,
    supportedMessageFormats: application.supportedMessageFormats,
    audioPreference: application.audioPreference,
    phoneNumber: application.phoneNumber,
    conversationHistory: application.conversationHistory,
    simultaneousRingNumberMatch: 'Disabled',
    videoBasedScreenSharing: 'Disabled',
    ...putProperty(application),
    etag: application.etag,
    _links: {
      self: { href: self },
      mediaPolicies: { href: `${self}/mediaPolicies` },
      conversations: { href: `${self}/conversations?filter=active` },
      startMessaging: { href: `${self}/messagingInvitations` },
      startAudio: { href: `${self}/audioVideoInvitations?modality=Audio` },
      ...(video
        ? { startAudioVideo: { href: `${self}/audioVideoInvitations?modality=AudioVideo` } }
        : {}),
      ...voiceLinks(application),
      startOnlineMeeting: {
        href: invitationsHref(application, 'onlineMeeting', { onlineMeetingUri: 'adhoc' }),
      },
      joinOnlineMeeting: { href: invitationsHref(application, 'onlineMeeting') },
      missedItems: { href: missedItemsHref(application) },
      conversationLogs: { href: conversationLogsHref(application) },
    },
  };
}

/** What a telephone, delegators and enterprise voice add. */
function voiceLinks(application: Application): JsonObject {
  const { user } = application.account;
  const calls = (query: Record<string, string>) => ({
    href: invitationsHref(application, 'audioVideo', query),
  });
  const delegation = hasDelegators(application.account);
  const phone = mayUsePhone(application);
  const phoneCalls = (query: Record<string, string> = {}) => ({
    href: invitationsHref(application, 'phoneAudio', query),
  });
  const inName = { delegation: 'true' };
  return {
    ...(phone ? { startPhoneAudio: phoneCalls() } : {}),
    ...(phone && delegation ? { startPhoneAudioOnBehalfOfDelegator: phoneCalls(inName) } : {}),
    ...(delegation
      ? { startAudioOnBehalfOfDelegator: calls({ modality: 'Audio', ...inName }) }
      : {}),
    ...(delegation && user.videoAllowed !== false
      ? { startAudioVideoOnBehalfOfDelegator: calls({ modality: 'AudioVideo', ...inName }) }
      : {}),
    ...(user.enterpriseVoice !== false && !application.account.anonymous
      ? { startEmergencyCall: calls({ modality: 'Audio', context: 'emergency' }) }
      : {}),
  };
}

export function peopleResource(application: Application): Resource {
  const self = peopleHref(application);
  return {
    rel: 'people',
    _links: {
      self: { href: self },
      presenceSubscriptions: { href: `${self}/presenceSubscriptions` },
      subscribedContacts: { href: `${self}/subscribedContacts` },
      presenceSubscriptionMemberships: { href: `${self}/presenceSubscriptionMemberships` },
      myGroups: { href: `${self}/groups`, revision: '2' },
      myGroupMemberships: { href: `${self}/groupMemberships`, revision: '2' },
      myContacts: { href: `${self}/contacts` },
      myPrivacyRelationships: { href: `${self}/privacyRelationships` },
      myContactsAndGroupsSubscription: { href: `${self}/contactsAndGroupsSubscription` },
      search: { href: `${self}/search`, revision: '2' },
    },
  };
}

/** The application with what the real server embeds in it. */
export function applicationResource(
  application: Application,
  instanceId: string,
  nowMs: number,
): Resource {
  if (application.dialect === 'hosted')
    return hostedApplication(application, eventsHref(application, instanceId, 1));
  return {
    rel: 'application',
    id: application.id,
    culture: application.culture,
    userAgent: application.userAgent,
    type: application.type,
    endpointId: application.endpointId,
    ...(instanceId === '' ? {} : { instanceId }),
    etag: application.etag,
    expires: ucwaDate(nowMs + 10 * 3_600_000),
    _links: {
      self: {
        href:
          instanceId === ''
            ? application.base
            : `${application.base}?instanceId=${encodeURIComponent(instanceId)}`,
      },
      policies: { href: `${application.base}/policies` },
      reportMyNetwork: { href: `${application.base}/reportMyNetwork` },
      batch: { href: `${application.base}/batch` },
      events: { href: eventsHref(application, instanceId, 1) },
    },
    _embedded: {
      me: meResource(application),
      people: peopleResource(application),
      ...(application.account.anonymous
        ? {}
        : { onlineMeetings: onlineMeetingsResource(application) }),
      communication: communicationResource(application),
    },
  };
}
