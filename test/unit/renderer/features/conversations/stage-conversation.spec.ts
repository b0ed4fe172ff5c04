import { describe, expect, it } from 'vitest';
import {
  callIn,
  stageOf,
} from '../../../../../renderer/features/conversations/stage-conversation.ts';
import { makeCall, makeCalls, makeRinging } from '../../make-call.ts';
import { makeConversation } from './make-conversation.ts';

const nothing = { selectedCallId: null, selectedConversationId: null, visited: [] };
const chat = makeConversation({ id: 'chat' });
const withCall = makeConversation({ id: 'with-call' });
const conversations = { chat, 'with-call': withCall };
const call = makeCall({ id: 'call', conversationId: 'with-call' });
const over = { phase: 'ended', endedAtMs: 9000, outcome: { kind: 'answered' } } as const;

describe('stageOf', () => {
  it('is empty when nothing goes on and nothing was looked at', () => {
    expect(stageOf({ calls: {}, conversations }, nothing)).toBeNull();
  });

  it('shows the conversation of the call that goes on', () => {
    const stage = stageOf({ ...makeCalls(call), conversations }, nothing);
    expect(stage).toEqual({ conversationId: 'with-call', conversation: withCall, call });
  });

  it('shows the chat that the user chose during a call, and the call once it comes up', () => {
    const state = { ...makeCalls(call), conversations };
    const chosen = { ...nothing, selectedConversationId: 'chat' };
    expect(stageOf(state, chosen)?.conversationId).toBe('chat');
    expect(stageOf(state, { ...chosen, selectedCallId: 'call' })?.conversationId).toBe('with-call');
  });

  it('stays at the conversation when its call is gone', () => {
    const choice = { ...nothing, selectedCallId: 'call', visited: ['chat', 'with-call'] };
    expect(stageOf({ calls: {}, conversations }, choice)?.conversationId).toBe('with-call');
    const left = { chat };
    expect(stageOf({ calls: {}, conversations: left }, choice)?.conversationId).toBe('chat');
    expect(stageOf({ calls: {}, conversations: {} }, choice)).toBeNull();
  });

  it('shows a call whose conversation is not known', () => {
    const stage = stageOf({ ...makeCalls(call), conversations: {} }, nothing);
    expect(stage).toEqual({ conversationId: 'with-call', conversation: null, call });
  });
});

it('a conversation shows the call that goes on rather than one that has ended', () => {
  const ended = makeCall({ ...over, id: 'old', conversationId: 'with-call', startedAtMs: 9 });
  const elsewhere = makeRinging('normal', { id: 'other', conversationId: 'chat' });
  const state = makeCalls(ended, call, elsewhere);
  expect(callIn(state, 'with-call')?.id).toBe('call');
  expect(callIn(makeCalls(ended, elsewhere), 'with-call')?.id).toBe('old');
  expect(callIn(state, 'nowhere')).toBeNull();
});
