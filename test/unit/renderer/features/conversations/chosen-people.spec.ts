import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../../app/domain/person.ts';
import { unknownPresence } from '../../../../../app/domain/presence.ts';
import {
  choose,
  maxChosen,
  typedParts,
} from '../../../../../renderer/features/conversations/add-people/chosen-people.ts';
import { kim, sam } from './make-conversation.ts';

const person = ({ uri, name }: { uri: string; name: string }): Person => ({
  uri,
  name,
  title: null,
  department: null,
  company: null,
  emailAddress: null,
  workPhoneNumber: null,
  presence: unknownPresence,
});

const context = { people: [person(sam), person(kim)], region: 'US' };

describe('choosing people', () => {
  it('takes names, addresses and numbers, each person once', () => {
    let chosen: ReturnType<typeof choose> = choose([], 'kim lindqvist', context);
    for (const typed of ['SIP:Kim@example.test', 'ann@elsewhere.test', '(425) 555-0101']) {
      if (chosen.ok) chosen = choose(chosen.value, typed, context);
    }
    expect(chosen.ok && chosen.value.map(({ uri }) => uri)).toEqual([
      kim.uri,
      'sip:ann@elsewhere.test',
      'tel:+14255550101',
    ]);
  });

  it('says why something cannot be taken', () => {
    expect(choose([], 'Nobody', context)).toEqual({ ok: false, error: 'nobody-named' });
    const many = Array.from({ length: maxChosen }, (_, index) => ({
      uri: `sip:p${index}@example.test`,
      name: `P${index}`,
    }));
    expect(choose(many, sam.uri, context)).toEqual({ ok: false, error: 'too-many' });
  });

  it('reads a list that was pasted, and keeps names with a comma whole', () => {
    expect(typedParts('a@x.test; b@x.test, c@x.test\nSam Okafor')).toEqual([
      'a@x.test',
      'b@x.test',
      'c@x.test',
      'Sam Okafor',
    ]);
    expect(typedParts('  ')).toEqual([]);
  });
});
