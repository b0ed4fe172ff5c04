import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../../app/domain/conversation.ts';
import {
  addRecent,
  maxRecents,
  mergeRemembered,
  type Recent,
  type RecentConversation,
  recentCallOf,
  recentConversationOf,
} from '../../../../app/domain/history.ts';
import { buildCall } from './builders/build-call.ts';

const ended = buildCall({
  phase: 'ended',
  outcome: { kind: 'answered' },
  connectedAtMs: 2_000,
  endedAtMs: 62_000,
});

describe('recentCallOf', () => {
  it('tells how long a connected call lasted', () => {
    expect(recentCallOf(ended, null)).toMatchObject({ durationMs: 60_000, startedAtMs: 1_000 });
  });

  it('tells no duration of a call that was never connected', () => {
    const missed = buildCall({ phase: 'ended', outcome: { kind: 'missed' }, endedAtMs: 5_000 });
    expect(recentCallOf(missed, null)).toMatchObject({
      durationMs: null,
      outcome: { kind: 'missed' },
    });
  });

  it('has nothing to tell of a call that goes on', () => {
    expect(recentCallOf(buildCall(), null)).toBeNull();
  });
});

describe('addRecent', () => {
  it('puts the newest first and forgets the oldest', () => {
    const recent = recentCallOf(ended, null);
    if (recent === null) throw new Error('The call is over');
    const full = Array.from({ length: maxRecents }, (_, index) => ({ ...recent, id: `${index}` }));
    const added = addRecent(full, { ...recent, id: 'new' });
    expect([added.length, added[0]?.id, added[added.length - 1]?.id]).toEqual([
      maxRecents,
      'new',
      `${maxRecents - 2}`,
    ]);
  });

  it('keeps one line of a chat that was taken up again, the last', () => {
    const chat = chatLine({ startedAtMs: 1_000 });
    const again = chatLine({ startedAtMs: 90_000 });
    expect(addRecent(addRecent([], chat), again)).toEqual([again]);
  });
});

const sam = { uri: 'sip:sam@parley.test', name: 'Sam Okafor' };
const invitation = {
  kind: 'messaging',
  direction: 'Outgoing',
  outcome: { kind: 'answered' },
} as const;

const over = (change: Partial<ReturnType<typeof newConversation>> = {}) =>
  newConversation({
    ...{ id: 'c1', state: 'Ended', startedAtMs: 1_000, endedAtMs: 61_000, remote: sam, invitation },
    ...change,
  });

function chatLine(change: Partial<ReturnType<typeof newConversation>> = {}): RecentConversation {
  const line = recentConversationOf(over(change));
  if (line === null) throw new Error('The chat is over');
  return line;
}

describe('recentConversationOf', () => {
  it('tells with whom, how long and how much it mattered', () => {
    expect(
      recentConversationOf(over({ connectedAtMs: 31_000, importance: 'Urgent' })),
    ).toMatchObject({ type: 'chat', remote: sam, durationMs: 30_000, importance: 'Urgent' });
  });

  it('tells of an invitation into a meeting that was missed', () => {
    const missed = {
      kind: 'onlineMeeting',
      direction: 'Incoming',
      outcome: { kind: 'missed' },
    } as const;
    expect(recentConversationOf(over({ invitation: missed, subject: 'Planning' }))).toMatchObject({
      ...{ type: 'meeting', direction: 'Incoming', subject: 'Planning', durationMs: null },
      outcome: { kind: 'missed' },
    });
  });

  it('says who was sent away, whom the meeting ended for, and who was never let in', () => {
    const outcomes = (['removed', 'ended', 'denied', 'left'] as const).map(
      (endReason) => recentConversationOf(over({ endReason, connectedAtMs: 2_000 }))?.outcome.kind,
    );
    expect(outcomes).toEqual(['removed', 'meetingEnded', 'failed', 'answered']);
  });

  it('has nothing to tell of what goes on, and of a mere call', () => {
    expect(recentConversationOf(over({ state: 'Connected', endedAtMs: null }))).toBeNull();
    expect(recentConversationOf(over({ invitation: null }))).toBeNull();
  });
});

describe('mergeRemembered', () => {
  const remembered = (change: Partial<RecentConversation> = {}): Recent => ({
    ...{ ...chatLine(), source: 'server', id: 'log:1', threadId: null, durationMs: null },
    ...change,
  });

  it('adds what the server alone remembers, newest first', () => {
    const own = chatLine({ startedAtMs: 10 * 60_000 });
    const earlier = remembered({ id: 'log:1', startedAtMs: 1_000 });
    const later = remembered({ id: 'log:2', startedAtMs: 60 * 60_000 });
    expect(mergeRemembered([own], [earlier, later])).toEqual([later, own, earlier]);
  });

  it('has nothing twice: same thread or same person, at the same time', () => {
    const own = { ...chatLine({ threadId: 'T1' }), durationMs: 60_000 };
    const byThread = remembered({ threadId: 'T1', remote: null, startedAtMs: 70_000 });
    const byPerson = remembered({ startedAtMs: 70_000 });
    expect(mergeRemembered([own], [byThread])).toEqual([own]);
    expect(mergeRemembered([own], [byPerson])).toEqual([own]);
    const anotherTime = remembered({ threadId: 'T1', startedAtMs: 60 * 60_000 });
    expect(mergeRemembered([own], [anotherTime])).toHaveLength(2);
    const somebodyElse = remembered({ remote: { uri: 'sip:kim@parley.test', name: 'Kim' } });
    expect(mergeRemembered([own], [somebodyElse])).toHaveLength(2);
  });

  it('takes what the server remembers now for what it did before', () => {
    const first = mergeRemembered([], [remembered({ subject: 'old' })]);
    expect(mergeRemembered(first, [remembered({ subject: 'new' })])).toMatchObject([
      { subject: 'new' },
    ]);
  });
});
