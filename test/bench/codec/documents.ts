import { toUcwaXml } from '../../support/ucwa-xml.ts';

/** A response as it comes from the network, in both syntaxes. */
export interface BenchDocument {
  readonly name: string;
  readonly kind: 'resource' | 'events';
  readonly json: string;
  readonly xml: string;
}

const root = '/ucwa/oauth/v1/applications/103845172650';
const link = (path: string, more = {}) => ({ href: `${root}/${path}`, ...more });
const links = (path: string, rels: readonly string[]) => ({
  self: link(path),
  ...Object.fromEntries(rels.map((rel) => [rel, link(`${path}/${rel}`)])),
});

const participant = (number: number) => ({
  rel: 'participant',
  sourceNetwork: 'SameEnterprise',
  anonymous: false,
  local: false,
  inLobby: false,
  name: `Participant Nº ${number}`,
  role: number % 9 === 0 ? 'Leader' : 'Attendee',
  uri: `sip:participant.${number}@example.test`,
  _links: links(`communication/conversations/7c5c/participants/${number}`, [
    'conversation',
    'contact',
    'contactPresence',
    'contactPhoto',
    'participantAudio',
    'participantMessaging',
    'eject',
    'promote',
  ]),
});

const invitation = {
  rel: 'audioVideoInvitation',
  direction: 'Incoming',
  importance: 'Normal',
  state: 'Connecting',
  threadId: '292e0aaef36c426a97757f43dda19d06',
  subject: 'Quarterly sales numbers',
  bandwidthControlId: 'b1d7',
  privateLine: false,
  _links: {
    ...links('communication/audioVideoInvitations/507f0c1e', [
      'audioVideo',
      'conversation',
      'to',
      'acceptWithAnswer',
      'sendProvisionalAnswer',
      'decline',
      'reportMediaDiagnostics',
    ]),
    mediaOffer: {
      href: `data:application/sdp;base64,${'djE9MA0Kbz0tIDAgMSBJTiBJUDQg'.repeat(60)}`,
    },
  },
  _embedded: { from: participant(1) },
};

const application = {
  rel: 'application',
  culture: 'en-US',
  userAgent: 'Bench',
  type: 'Browser',
  endpointId: 'a917c6f4-976c-4cf3-847d-cdfffa28ccdf',
  etag: '1183654567',
  _links: links('', ['policies', 'batch', 'events']),
  _embedded: {
    me: {
      rel: 'me',
      name: 'Alex Rivera',
      uri: 'sip:alex@example.test',
      emailAddresses: ['alex@example.test'],
      department: 'Sales',
      title: 'Engineer',
      _links: links('me', ['note', 'presence', 'location', 'reportMyActivity', 'phones', 'photo']),
    },
    people: {
      rel: 'people',
      _links: links('people', [
        'presenceSubscriptions',
        'subscribedContacts',
        'myGroups',
        'myContacts',
        'search',
      ]),
    },
    communication: {
      rel: 'communication',
      supportedModalities: ['Messaging', 'Audio', 'Video', 'PhoneAudio'],
      supportedMessageFormats: ['Plain', 'Html'],
      audioPreference: 'VoipAudio',
      conversationHistory: 'Disabled',
      '56de7bbf-1081-43e6-bbf2-1cabf3224c83': 'please pass this in a PUT request',
      _links: links('communication', [
        'mediaRelayAccessToken',
        'mediaPolicies',
        'conversations',
        'startMessaging',
        'startAudio',
        'startAudioVideo',
        'startOnlineMeeting',
        'joinOnlineMeeting',
        'missedItems',
      ]),
    },
  },
};

const eventsOf = (senders: readonly object[]) => ({
  _links: { self: link('events?ack=1'), next: link('events?ack=2&key=YWJj-103845172650-') },
  sender: senders,
});

const call = eventsOf([
  {
    rel: 'communication',
    ...link('communication'),
    events: [
      {
        link: {
          rel: 'audioVideoInvitation',
          ...link('communication/audioVideoInvitations/507f0c1e'),
        },
        type: 'started',
        _embedded: { audioVideoInvitation: invitation },
      },
      {
        link: { rel: 'conversation', ...link('communication/conversations/7c5c') },
        type: 'added',
      },
    ],
  },
]);

const presences = eventsOf([
  {
    rel: 'people',
    ...link('people'),
    events: Array.from({ length: 200 }, (_, index) => ({
      link: { rel: 'contactPresence', ...link(`people/contact.${index}@example.test/presence`) },
      in: { rel: 'contact', ...link(`people/contact.${index}@example.test`) },
      type: 'updated',
    })),
  },
]);

const roster = {
  rel: 'participants',
  _links: links('communication/conversations/7c5c/participants', []),
  _embedded: { participant: Array.from({ length: 250 }, (_, index) => participant(index)) },
};

/** What a client reads: small and large, resources and events. */
export const benchDocuments: readonly BenchDocument[] = [
  document('the application', 'resource', application),
  document('an incoming call', 'events', call),
  document('200 presence events', 'events', presences),
  document('a meeting of 250', 'resource', roster),
];

function document(
  name: string,
  kind: BenchDocument['kind'],
  value: Readonly<Record<string, unknown>>,
): BenchDocument {
  return { name, kind, json: JSON.stringify(value), xml: toUcwaXml(value) };
}
