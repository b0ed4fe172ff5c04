import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../../../renderer/features/conversations/conversation-layout.ts';

const call = { call: 'main', chat: 'hidden', people: 'hidden' };
const chat = { call: 'hidden', chat: 'main', people: 'hidden' };

describe('layoutOf', () => {
  it('shows one part in one column, and the one that was asked for', () => {
    const narrow = { roomy: false, hasCall: true, isMeeting: true };
    expect(layoutOf({ ...narrow, chosen: null })).toEqual(call);
    expect(layoutOf({ ...narrow, chosen: 'chat' })).toEqual(chat);
    expect(layoutOf({ ...narrow, chosen: 'people' })).toMatchObject({ people: 'main' });
    expect(layoutOf({ ...narrow, chosen: 'call' })).toEqual(call);
  });

  it('shows the chat where there is no call, also when the call is over that was looked at', () => {
    for (const roomy of [true, false]) {
      const silent = { roomy, hasCall: false, isMeeting: false };
      expect(layoutOf({ ...silent, chosen: null })).toEqual(chat);
      expect(layoutOf({ ...silent, chosen: 'call' })).toEqual(chat);
    }
  });

  it('puts another part beside the call where there is room; the call stays where it is', () => {
    const wide = { roomy: true, hasCall: true, isMeeting: false };
    expect(layoutOf({ ...wide, chosen: null })).toEqual(call);
    expect(layoutOf({ ...wide, chosen: 'chat' })).toEqual({ ...call, chat: 'aside' });
    expect(layoutOf({ ...wide, isMeeting: true, chosen: null })).toEqual({
      ...call,
      people: 'aside',
    });
    expect(layoutOf({ ...wide, isMeeting: true, chosen: 'none' })).toEqual(call);
  });
});
