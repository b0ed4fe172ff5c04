import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  conversationStates,
  newConversation,
} from '../../../../app/domain/conversation.ts';
import {
  addInvited,
  maxInvited,
  moveConversation,
  settleInvitation,
  settleInvited,
  tellEnd,
} from '../../../../app/domain/conversation-machine.ts';
import { newParticipant, type Participant } from '../../../../app/domain/roster.ts';

const inState = (state: ConversationState) =>
  newConversation({
    id: 'c-1',
    state,
    startedAtMs: 0,
    messaging: 'Connected',
    participants: [newParticipant('p-1', { uri: 'sip:sam@parley.test', name: 'Sam' })],
    invitation: { kind: 'messaging', direction: 'Outgoing', outcome: null },
  });

/** Written out by hand: what each state may become. */
const legal: Readonly<Record<ConversationState, string>> = {
  Connecting: 'Connected Conferencing InLobby Conferenced Disconnected Ended',
  Incoming: 'Connecting Connected Conferencing InLobby Conferenced Disconnected Ended',
  Connected: 'Conferencing InLobby Conferenced Disconnected Ended',
  Conferencing: 'Connected InLobby Conferenced Disconnected Ended',
  InLobby: 'Conferencing Conferenced Disconnected Ended',
  Conferenced: 'Disconnected Ended',
  Disconnected: 'Connecting Connected Conferencing InLobby Conferenced Ended',
  Ended: 'Connecting',
};

const moves = conversationStates.flatMap((from) =>
  conversationStates.map((to) => [from, to, legal[from].split(' ').includes(to)] as const),
);

describe('the state of a conversation', () => {
  it.each(moves)('from %s to %s: %s', (from, to, isLegal) => {
    const before = inState(from);
    const after = moveConversation(before, to, 5);
    if (isLegal) expect(after.state).toBe(to);
    else expect(after).toBe(before);
  });

  it('is without people and messages once it is over', () => {
    const over = moveConversation(inState('Conferenced'), 'Ended', 5);
    expect(over).toMatchObject({ messaging: 'Disconnected', participants: [] });
  });
});

describe('a decision', () => {
  it('about an invitation stays what it was first', () => {
    const declined = settleInvitation(inState('Connecting'), { kind: 'declined' });
    const again = settleInvitation(declined, { kind: 'answered' });
    expect(again.invitation?.outcome).toEqual({ kind: 'declined' });
  });

  it('of somebody who was asked in is theirs, and stays what it was first', () => {
    const person = { uri: 'sip:robin@parley.test', name: 'Robin' };
    const asked = ['i-1', 'i-2'].reduce(
      (conversation, id) => addInvited(conversation, { id, person, outcome: null }),
      inState('Connected'),
    );
    const declined = settleInvited(asked, 'i-2', { kind: 'declined' });
    const { invited } = settleInvited(declined, 'i-2', { kind: 'answered' });
    expect(invited.map(({ outcome }) => outcome)).toEqual([null, { kind: 'declined' }]);
  });

  it('is kept for so many people only', () => {
    const person = { uri: '', name: '' };
    let conversation = inState('Connected');
    for (let number = 0; number <= maxInvited; number += 1) {
      conversation = addInvited(conversation, { id: `i-${number}`, person, outcome: null });
    }
    expect(conversation.invited).toHaveLength(maxInvited);
    expect(conversation.invited[0]?.id).toBe('i-1');
  });
});

describe('who is told why they are in a meeting no more', () => {
  const alex = { uri: 'sip:alex@parley.test', name: 'Alex' };
  const leader: Participant = { ...newParticipant('p-0', alex), role: 'Leader' };
  const sam = newParticipant('p-1', { uri: 'sip:sam@parley.test', name: 'Sam' });
  const told = (participants: readonly Participant[], othersLeftMs: number): string => {
    const meeting = { ...inState('Conferenced'), participants };
    const { endReason, endedBy } = tellEnd(meeting, 'removed', 10_000, othersLeftMs);
    return `${endReason} by ${endedBy?.name ?? 'somebody'}`;
  };

  it('hears who it was when only one can have been it', () => {
    expect(told([leader, sam], -Infinity)).toBe('removed by Alex');
    expect(told([leader, { ...sam, role: 'Leader' }], -Infinity)).toBe('removed by somebody');
    expect(told([sam], -Infinity)).toBe('removed by somebody');
  });

  it('hears of the end when everybody was sent out at once', () => {
    expect(told([leader], 9_000)).toBe('ended by Alex');
    expect(told([leader], 1_000)).toBe('removed by Alex');
    expect(told([leader, sam], 9_000)).toBe('removed by Alex');
  });

  it('keeps what was told first', () => {
    const left = { ...inState('Ended'), endReason: 'left' as const };
    expect(tellEnd(left, 'removed', 1, 0)).toBe(left);
  });
});
