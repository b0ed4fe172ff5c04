import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../app/domain/person.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import {
  aboutCaller,
  ringFacts,
  ringKind,
} from '../../../../renderer/features/ringing/ring-facts.ts';
import { makeInvitation, makeRinging, sam } from '../make-call.ts';

const { translate } = createTranslator('en');
const kim = { uri: 'sip:kim@example.test', name: 'Kim Lee' };
const tom = { uri: 'sip:tom@example.test', name: 'Tom Berg' };

describe('ringKind', () => {
  it('puts the importance before the kind of media', () => {
    const kindOf = (...over: Parameters<typeof makeRinging>) =>
      translate(ringKind(makeRinging(...over)));
    expect(kindOf('normal')).toBe('Incoming call');
    expect(kindOf('normal', { modality: 'audioVideo' })).toBe('Incoming video call');
    expect(kindOf('urgent', { importance: 'Urgent', modality: 'audioVideo' })).toBe('Urgent call');
    expect(kindOf('emergency', { importance: 'Emergency' })).toBe('Emergency call');
  });
});

describe('ringFacts', () => {
  const factsOf = (...over: Parameters<typeof makeRinging>): string[] =>
    ringFacts(makeRinging(...over), 'sip:alex@example.test').map(({ key, values }) =>
      translate(key, values),
    );

  it('has nothing to add to a plain call', () => {
    expect(factsOf('normal', { invitation: makeInvitation() })).toEqual([]);
    expect(factsOf('normal', { invitation: null })).toEqual([]);
  });

  it('says every way by which the call came', () => {
    const invitation = makeInvitation({
      onBehalfOf: kim,
      forwardedBy: tom,
      transferredBy: kim,
      privateLine: true,
      state: 'TeamRing',
    });
    expect(factsOf('normal', { invitation })).toEqual([
      'On behalf of Kim Lee',
      'Forwarded by Tom Berg',
      'Transferred by Kim Lee',
      'On your private line',
      'Calling your team',
    ]);
  });

  it('names the delegator once when the call is also on their behalf', () => {
    const both = makeInvitation({ onBehalfOf: kim, delegator: kim });
    expect(factsOf('normal', { invitation: both })).toEqual(['On behalf of Kim Lee']);
    expect(factsOf('normal', { invitation: makeInvitation({ delegator: tom }) })).toEqual([
      'On behalf of Tom Berg',
    ]);
    const two = makeInvitation({ onBehalfOf: kim, delegator: tom });
    expect(factsOf('normal', { invitation: two })).toEqual([
      'On behalf of Kim Lee',
      'For Tom Berg',
    ]);
  });

  it('says for whom it is when that is not the user, whatever the case of the address', () => {
    const toKim = makeInvitation({ to: kim });
    expect(factsOf('normal', { invitation: toKim })).toEqual(['For Kim Lee']);
    const self = { uri: 'sip:Alex@example.test', name: 'Alex' };
    expect(factsOf('normal', { invitation: makeInvitation({ to: self }) })).toEqual([]);
    const line = { uri: 'tel:+4930123', name: '+4930123' };
    expect(factsOf('normal', { invitation: makeInvitation({ to: line }) })).toEqual([]);
  });

  it('names whom the call is with that it takes the place of', () => {
    const invitation = makeInvitation({ replacesOtherCall: true, replacedCall: kim });
    expect(factsOf('normal', { invitation })).toEqual(['In place of your call with Kim Lee']);
  });

  it('says what it goes on from, from where it comes, and what the caller sent along', () => {
    const invitation = makeInvitation({
      replacesOtherCall: true,
      derivedFromOtherConversation: true,
      location: {
        ...{ address: '1 Main Street', building: 'Lab 7', city: 'Redmond' },
        ...{ locationState: 'WA', zip: null, country: 'US' },
      },
      customContent: 'Order 4711',
    });
    expect(factsOf('normal', { invitation })).toEqual([
      'In place of another call',
      'Goes on from another conversation',
      'From Lab 7, 1 Main Street, Redmond, WA, US',
      'Order 4711',
    ]);
  });

  it.each(['<x/>', '{"a":1}', 'a\u0000b'])(
    'keeps what is meant for programs to itself: %j',
    (content) => {
      const invitation = makeInvitation({ customContent: content });
      expect(factsOf('normal', { invitation })).toEqual([]);
    },
  );

  it('says that an urgent call is a video call, which its headline does not', () => {
    const facts = factsOf('urgent', { importance: 'Urgent', modality: 'audioVideo' });
    expect(facts).toEqual(['Incoming video call']);
  });
});

describe('aboutCaller', () => {
  const person: Person = {
    ...sam,
    title: 'Head of Support',
    department: null,
    company: 'Contoso',
    emailAddress: null,
    workPhoneNumber: null,
    presence: { availability: 'Online', activity: null },
  };

  it('is what the contact is, else the address, else nothing', () => {
    expect(aboutCaller(sam, person)).toBe('Head of Support · Contoso');
    expect(aboutCaller(sam, { ...person, title: null })).toBe('Contoso');
    expect(aboutCaller(sam, undefined)).toBe('sam@example.test');
    expect(aboutCaller({ uri: 'tel:+4930123', name: '+4930123' }, undefined)).toBe('');
  });
});
