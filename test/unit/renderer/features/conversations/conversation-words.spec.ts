import { describe, expect, it } from 'vitest';
import {
  conversationEndReasons,
  type InvitedPerson,
} from '../../../../../app/domain/conversation.ts';
import { createTranslator } from '../../../../../app/i18n/translator.ts';
import {
  conversationName,
  conversationState,
  invitedState,
  openInvitations,
  peopleLabel,
  standIn,
} from '../../../../../renderer/features/conversations/conversation-words.ts';
import { makeCall } from '../../make-call.ts';
import { kim, makeConversation, makeParticipant, sam } from './make-conversation.ts';

const english = createTranslator('en');

const invited = (id: string, outcome: InvitedPerson['outcome'], person = kim): InvitedPerson => ({
  id,
  person,
  outcome,
});

describe('the name of a conversation', () => {
  it('is the other one of two', () => {
    expect(conversationName(makeConversation({ subject: 'Lunch' }))).toBe('Sam Okafor');
  });

  it('is the subject of a meeting, else its people, else nothing', () => {
    const meeting = { state: 'Conferenced', remote: null } as const;
    const people = [
      sam,
      kim,
      { uri: 'sip:a@b.test', name: 'Ann' },
      { uri: 'sip:c@d.test', name: 'Bo' },
    ];
    const participants = people.map((person) => makeParticipant(person));
    expect(conversationName(makeConversation({ ...meeting, subject: 'Plan', participants }))).toBe(
      'Plan',
    );
    expect(conversationName(makeConversation({ ...meeting, participants }))).toBe(
      'Sam Okafor, Kim Lindqvist, Ann +1',
    );
    expect(conversationName(makeConversation(meeting))).toBeNull();
    const nobody = { uri: '', name: '' };
    expect(conversationName(makeConversation({ ...meeting, remote: nobody }))).toBeNull();
  });
});

describe('the way to the people', () => {
  const label = (conversation: Parameters<typeof peopleLabel>[0]) => {
    const { key, values } = peopleLabel(conversation);
    return english.translate(key, values);
  };

  it('counts everybody who takes part, but nobody while one of two is still to come', () => {
    expect(label(makeConversation({ participants: [] }))).toBe('People');
    expect(label(makeConversation({ participants: [makeParticipant(sam)] }))).toBe('People (2)');
    expect(label(makeConversation({ state: 'Conferenced', participants: [] }))).toBe('People (1)');
  });
});

describe('what stands in place of a call', () => {
  it('is nothing while the meeting goes on, and in a chat that is over', () => {
    expect(standIn(makeConversation({ state: 'Conferenced' }), null)).toBeNull();
    expect(standIn(makeConversation({ state: 'Ended', endReason: 'left' }), null)).toBeNull();
  });

  it('is the lobby, or the end in its own words with what to do', () => {
    const waiting = makeConversation({ state: 'InLobby' });
    expect(standIn(waiting, null)?.kind).toBe('lobby');
    expect(standIn(waiting, makeCall({ phase: 'inviting' }))?.kind).toBe('lobby');
    expect(standIn(waiting, makeCall({ phase: 'connected' }))).toBeNull();
    const meeting = makeConversation({ state: 'Ended', onlineMeetingUri: 'sip:m@example.test' });
    const titles = conversationEndReasons
      .filter((reason) => reason !== 'otherLeft')
      .map((endReason) => {
        const screen = standIn({ ...meeting, endReason }, null);
        expect(screen?.kind).toBe('over');
        return screen === null ? '' : english.translate(screen.title.key, screen.title.values);
      });
    expect(new Set(titles).size).toBe(titles.length);
  });
});

it('the state of a conversation says why it is over before anything else', () => {
  const removed = makeConversation({ state: 'Ended', endReason: 'removed' });
  expect(conversationState(removed, undefined).key).toBe('conversations.end.removed');
  const declined = makeConversation({
    state: 'Disconnected',
    invitation: { kind: 'messaging', direction: 'Outgoing', outcome: { kind: 'declined' } },
  });
  expect(conversationState(declined, undefined).key).toBe('outcome.declinedByThem');
});

describe('invitations', () => {
  it('are shown once for each person, the last one, until they come', () => {
    const conversation = makeConversation({
      invited: [
        invited('1', { kind: 'declined' }),
        invited('2', null, { ...kim, uri: 'SIP:Kim@example.test' }),
        invited('3', { kind: 'answered' }, sam),
      ],
    });
    expect(openInvitations(conversation).map(({ id }) => id)).toEqual(['2']);
    const came = { ...conversation, participants: [makeParticipant(kim)] };
    expect(openInvitations(came)).toEqual([]);
  });

  it('say what became of them', () => {
    expect(invitedState(invited('1', null)).key).toBe('conversations.invited.waiting');
    expect(invitedState(invited('1', { kind: 'missed' })).key).toBe(
      'conversations.invited.noAnswer',
    );
    const failed = { kind: 'failed', reason: 'unreachable', detail: null } as const;
    expect(invitedState(invited('1', failed))).toEqual({
      key: 'outcome.failed.unreachable',
      values: { name: 'Kim Lindqvist' },
    });
  });
});
