import { expect, it } from 'vitest';
import {
  emptyRoster,
  maxParticipants,
  newParticipant,
  type Participant,
  withoutParticipant,
  withParticipant,
} from '../../../../app/domain/roster.ts';

const participant = (id: string, name = id): Participant =>
  newParticipant(id, { uri: `sip:${id}@parley.test`, name });

it('has each person once, as they are now', () => {
  const once = withParticipant(emptyRoster, 'participants', participant('a', 'A'));
  const again = withParticipant(once, 'participants', participant('a', 'Alex'));
  expect(again.participants.map(({ person }) => person.name)).toEqual(['Alex']);
});

it('is so long at most', () => {
  let roster = emptyRoster;
  for (let number = 0; number <= maxParticipants; number += 1) {
    roster = withParticipant(roster, 'participants', participant(String(number)));
  }
  expect(roster.participants).toHaveLength(maxParticipants);
});

it('loses who leaves, and their typing, but not those who stop typing or waiting', () => {
  const typing = { id: 'a', name: 'A' };
  const there = withParticipant(emptyRoster, 'participants', participant('a'));
  const writing = withParticipant(there, 'typing', typing);
  expect(withoutParticipant(writing, 'participants', 'a')).toEqual(emptyRoster);
  expect(withoutParticipant(writing, 'typing', 'a')).toEqual(there);
  expect(withoutParticipant(writing, 'lobby', 'a')).toEqual(writing);
});
