import { describe, expect, it } from 'vitest';
import type { ResourceFacts } from '../../../../../app/ucwa/catalogue/facts.ts';
import { resources } from '../../../../../app/ucwa/catalogue/generated/resources.ts';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { readAudioVideo } from '../../../../../app/ucwa/resources/audio-video.ts';
import { readAudioVideoInvitation } from '../../../../../app/ucwa/resources/audio-video-invitation.ts';
import { readAudioVideoNegotiation } from '../../../../../app/ucwa/resources/audio-video-negotiation.ts';
import { readAudioVideoRenegotiation } from '../../../../../app/ucwa/resources/audio-video-renegotiation.ts';
import { readAudioVideoSession } from '../../../../../app/ucwa/resources/audio-video-session.ts';
import { readContact } from '../../../../../app/ucwa/resources/contact.ts';
import { readContactPresence } from '../../../../../app/ucwa/resources/contact-presence.ts';
import { readConversation } from '../../../../../app/ucwa/resources/conversation.ts';
import { readMe } from '../../../../../app/ucwa/resources/me.ts';
import { readParticipant } from '../../../../../app/ucwa/resources/participant.ts';
import { readPresence } from '../../../../../app/ucwa/resources/presence.ts';

const base = 'https://fe1.example.test/';
const decode = (value: object) => new JsonCodec().decodeResource(JSON.stringify(value), base);
const link = (href: string) => ({ href });

describe('audioVideoInvitation', () => {
  const links = {
    acceptedByContact: '/people/1',
    acceptWithAnswer: '/i/1/acceptWithAnswer',
    acceptWithPhoneAudio: '/i/1/acceptWithPhoneAudio',
    audioVideo: '/c/1/audioVideo',
    cancel: '/i/1/cancel',
    conversation: '/c/1',
    decline: '/i/1/decline',
    delegator: '/people/2',
    derivedAudioVideo: '/i/1/derivedAudioVideo',
    derivedConversation: '/i/1/derivedConversation',
    forwardedBy: '/people/3',
    from: '/c/1/participants/4',
    onBehalfOf: '/people/5',
    replacesAudioVideo: '/i/1/replacesAudioVideo',
    reportMediaDiagnostics: '/c/1/reportMediaDiagnostics',
    sendProvisionalAnswer: '/i/1/sendProvisionalAnswer',
    to: '/people/6',
    transferredBy: '/people/7',
  };
  const invitation = readAudioVideoInvitation(
    decode({
      rel: 'audioVideoInvitation',
      address: '1 Main Street',
      bandwidthControlId: 'b1',
      building: '5/1380',
      city: 'Springfield',
      country: 'US',
      delegator: 'sip:boss@example.test',
      direction: 'Incoming',
      importance: 'Emergency',
      joinAudioMuted: false,
      joinVideoMuted: true,
      locationState: 'OR',
      operationId: 'op1',
      privateLine: true,
      sessionContext: 's1',
      state: 'Connecting',
      subject: 'Fire drill',
      threadId: 't1',
      to: 'sip:sam@example.test',
      zip: '97477',
      _links: {
        self: link('/i/1'),
        customContent: link('data:text/plain,hello'),
        mediaOffer: link('data:application/sdp;base64,dj0w'),
        ...Object.fromEntries(Object.entries(links).map(([rel, href]) => [rel, link(href)])),
      },
      _embedded: {
        from: { rel: 'participant', name: 'Alex Rivera', uri: 'sip:alex@example.test' },
        acceptedByParticipant: [{ rel: 'participant', name: 'Sam Okafor' }],
      },
    }),
  );

  it('has every property of its page', () => {
    const { links: _, ...values } = invitation;
    expect(values).toMatchObject({
      href: `${base}i/1`,
      direction: 'Incoming',
      state: 'Connecting',
      importance: 'Emergency',
      subject: 'Fire drill',
      threadId: 't1',
      operationId: 'op1',
      sessionContext: 's1',
      bandwidthControlId: 'b1',
      delegator: 'sip:boss@example.test',
      joinAudioMuted: false,
      joinVideoMuted: true,
      privateLine: true,
      to: 'sip:sam@example.test',
      location: {
        address: '1 Main Street',
        building: '5/1380',
        city: 'Springfield',
        country: 'US',
        locationState: 'OR',
        zip: '97477',
      },
      mediaOffer: 'data:application/sdp;base64,dj0w',
      customContent: 'data:text/plain,hello',
      from: { name: 'Alex Rivera', uri: 'sip:alex@example.test' },
      acceptedByParticipants: [{ name: 'Sam Okafor' }],
    });
  });

  it('has every link of its page', () => {
    const hrefs = Object.entries(invitation.links).map(([rel, each]) => [rel, each?.href]);
    const expected = Object.entries(links).map(([rel, href]) => [rel, new URL(href, base).href]);
    expect(Object.fromEntries(hrefs)).toEqual(Object.fromEntries(expected));
  });

  it('is still read when nearly nothing is there', () => {
    const bare = readAudioVideoInvitation(decode({ state: 'Levitating', importance: 'Extreme' }));
    expect(bare).toMatchObject({
      href: null,
      state: null,
      importance: 'Normal',
      from: null,
      mediaOffer: null,
    });
    expect(Object.values(bare.links).every((each) => each === null)).toBe(true);
  });
});

const readers = {
  audioVideo: readAudioVideo,
  audioVideoInvitation: readAudioVideoInvitation,
  audioVideoNegotiation: readAudioVideoNegotiation,
  audioVideoRenegotiation: readAudioVideoRenegotiation,
  audioVideoSession: readAudioVideoSession,
  contact: readContact,
  contactPresence: readContactPresence,
  conversation: readConversation,
  me: readMe,
  participant: readParticipant,
  presence: readPresence,
} as const;

/** Documented members that readers give under another name, or not as properties. */
const renamed: Readonly<Record<string, string>> = {
  lastActive: 'lastActiveMs',
  created: 'createdMs',
  expirationTime: 'expirationTimeMs',
  building: 'location',
  address: 'location',
  city: 'location',
  country: 'location',
  locationState: 'location',
  zip: 'location',
};
/** Links that readers give as values, or that are embedded. */
const notAmongLinks: readonly string[] = [
  'acceptedByParticipant',
  'communication',
  'me',
  'onlineMeetings',
  'people',
];
const facts: Readonly<Record<string, ResourceFacts>> = resources;

describe('the documented members of', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(name, () => {
      const value: object = read(decode({}));
      for (const property of Object.keys(facts[name]?.properties ?? {})) {
        expect(value).toHaveProperty(renamed[property] ?? property);
      }
      const links = facts[name]?.links ?? [];
      for (const rel of links.filter((each) => !notAmongLinks.includes(each))) {
        expect(value).toHaveProperty(['links', rel]);
      }
      expect(facts).toHaveProperty(name);
    });
  }
});
