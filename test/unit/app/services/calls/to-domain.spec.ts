import { describe, expect, it } from 'vitest';
import {
  modalityOfOffer,
  readOffer,
  toInvitation,
} from '../../../../../app/services/calls/to-domain.ts';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { encodeMediaSdp } from '../../../../../app/ucwa/hypermedia/media-sdp.ts';
import { readAudioVideoInvitation } from '../../../../../app/ucwa/resources/audio-video-invitation.ts';
import { buildPerson } from '../../domain/builders/build-call.ts';

const baseUrl = 'https://pool.example.com/ucwa/oauth/v1/applications/1/events?ack=2';

function invitationOf(properties: object, links: object = {}, embedded: object = {}) {
  const document = {
    rel: 'audioVideoInvitation',
    ...properties,
    _links: links,
    _embedded: embedded,
  };
  return readAudioVideoInvitation(
    new JsonCodec().decodeResource(JSON.stringify(document), baseUrl),
  );
}

const sdp = (video: string) => `v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\nm=audio 9 RTP/SAVP 0\r\n${video}`;

describe('toInvitation', () => {
  it('reads everything that the page of the resource names, and no address', () => {
    const href = '/ucwa/oauth/v1/applications/1/people/1';
    const read = invitationOf(
      {
        direction: 'Incoming',
        state: 'Connecting',
        importance: 'Urgent',
        subject: 'Strategy',
        threadId: 'thread',
        operationId: 'operation',
        sessionContext: 'context',
        bandwidthControlId: 'bandwidth',
        privateLine: true,
        joinAudioMuted: true,
        joinVideoMuted: true,
        to: 'sip:alex@parley.test',
        delegator: 'sip:dana@parley.test',
        city: 'Redmond',
        zip: '98052',
      },
      {
        self: { href },
        onBehalfOf: { href, title: 'Dana Whitfield' },
        forwardedBy: { href, title: 'Kim Lindqvist' },
        transferredBy: { href },
        acceptedByContact: { href, title: 'Robin Mehta' },
        customContent: { href: 'data:text/plain,hello+there' },
        replacesAudioVideo: { href },
        derivedConversation: { href },
        acceptWithAnswer: { href },
        acceptWithPhoneAudio: { href },
        decline: { href },
      },
      {
        from: { name: 'Sam Okafor', uri: 'sip:sam@parley.test' },
        acceptedByParticipant: [{ name: 'Robin Mehta', uri: 'sip:robin@parley.test' }],
      },
    );
    const invitation = toInvitation(read, 'audioVideo', {});
    expect(invitation).toEqual({
      direction: 'Incoming',
      state: 'Connecting',
      importance: 'Urgent',
      subject: 'Strategy',
      threadId: 'thread',
      operationId: 'operation',
      sessionContext: 'context',
      bandwidthControlId: 'bandwidth',
      privateLine: true,
      joinAudioMuted: true,
      joinVideoMuted: true,
      modality: 'audioVideo',
      from: { uri: 'sip:sam@parley.test', name: 'Sam Okafor' },
      to: { uri: 'sip:alex@parley.test', name: 'alex@parley.test' },
      delegator: { uri: 'sip:dana@parley.test', name: 'dana@parley.test' },
      onBehalfOf: { uri: '', name: 'Dana Whitfield' },
      forwardedBy: { uri: '', name: 'Kim Lindqvist' },
      transferredBy: { uri: '', name: '' },
      acceptedByContact: { uri: '', name: 'Robin Mehta' },
      acceptedByParticipant: [{ uri: 'sip:robin@parley.test', name: 'Robin Mehta' }],
      customContent: 'hello there',
      location: {
        address: null,
        building: null,
        city: 'Redmond',
        country: null,
        locationState: null,
        zip: '98052',
      },
      replacesOtherCall: true,
      replacedCall: null,
      derivedFromOtherConversation: true,
      can: {
        acceptWithAnswer: true,
        acceptWithPhoneAudio: true,
        sendProvisionalAnswer: false,
        decline: true,
        cancel: false,
      },
    });
    expect(JSON.stringify(invitation)).not.toContain('/ucwa/');
  });

  it('takes a name that the invitation lacks from the contacts, whatever the case of the URI', () => {
    const read = invitationOf({}, {}, { from: { uri: 'sip:SAM@Parley.test' } });
    const people = { 'sip:sam@parley.test': buildPerson('Sam Okafor') };
    expect(toInvitation(read, 'audio', people).from).toEqual({
      uri: 'sip:SAM@Parley.test',
      name: 'Sam Okafor',
    });
  });

  it('has sensible values for an invitation that says nothing', () => {
    expect(toInvitation(invitationOf({}), 'audio', {})).toMatchObject({
      state: 'Unknown',
      importance: 'Normal',
      subject: '',
      from: null,
      location: null,
      customContent: null,
    });
  });
});

describe('readOffer and modalityOfOffer', () => {
  it.each([
    ['m=video 9 RTP/SAVP 122', 'audioVideo'],
    ['m=video 0 RTP/SAVP 34', 'audio'],
    ['', 'audio'],
  ])('takes an offer with %j as %s', (video, modality) => {
    const links = { mediaOffer: { href: encodeMediaSdp(sdp(video)) } };
    expect(modalityOfOffer(readOffer(invitationOf({}, links)))).toBe(modality);
  });

  it.each(['data:application/sdp;base64,***', 'data:text', 'https://pool.example.com/offer'])(
    'has no offer where %s cannot be read',
    (href) => {
      expect(readOffer(invitationOf({}, { mediaOffer: { href } }))).toBeNull();
    },
  );
});
