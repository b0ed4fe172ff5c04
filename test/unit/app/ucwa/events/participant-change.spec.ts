import { describe, expect, it } from 'vitest';
import { participantPlace } from '../../../../../app/ucwa/events/participant-change.ts';
import type { UcwaEvent } from '../../../../../app/ucwa/events/ucwa-event.ts';

const target = (rel: string) => ({ rel, href: `https://pool.test/${rel}`, title: null });

const event = (rel: string, inRel: string | null): UcwaEvent => ({
  sender: target('conversation'),
  type: 'added',
  link: target(rel),
  in: inRel === null ? null : target(inRel),
  status: null,
  reason: null,
  resource: null,
  embedded: {},
  properties: {},
});

describe('C.1: a participant event', () => {
  it.each([null, 'conversation', 'participants'])('in %s is about who takes part', (inRel) => {
    expect(participantPlace(event('participant', inRel))).toBe('roster');
  });

  it.each([
    ['typingParticipants', 'typing'],
    ['leaders', 'leaders'],
    ['attendees', 'attendees'],
    ['lobby', 'lobby'],
  ])('in %s is no roster join', (inRel, place) => {
    expect(participantPlace(event('participant', inRel))).toBe(place);
  });

  it('in a collection that nobody knows is about nothing known', () => {
    expect(participantPlace(event('participant', 'hologramParticipants'))).toBeNull();
    expect(participantPlace(event('participant', 'constructor'))).toBeNull();
  });
});

it.each(['localParticipant', 'participantAudio', 'message'])('%s is none', (rel) => {
  expect(participantPlace(event(rel, null))).toBeNull();
});
