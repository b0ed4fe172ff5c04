import { describe, expect, it } from 'vitest';
import type { AwayItem } from '../../../../app/domain/away.ts';
import { awayCount, awayDetail } from '../../../../renderer/features/away/away-words.ts';

const item: AwayItem = {
  id: '1',
  kind: 'message',
  from: { uri: 'sip:sam@parley.test', name: 'Sam Okafor' },
  atMs: 0,
  subject: '',
  importance: 'Normal',
  preview: '',
};

it('counts what has no name, too', () => {
  const digest = { fromMs: 0, untilMs: 1, items: [item], unnamed: 2, voicemails: 3 };
  expect(awayCount(digest)).toBe(6);
});

describe('the detail of a line', () => {
  it.each([
    [{ preview: 'Lunch?', subject: 'Food' }, 'Lunch?'],
    [{ preview: ' ', subject: 'Food' }, 'Food'],
    [{}, null],
  ])('of %o is %s', (change, detail) => {
    expect(awayDetail({ ...item, ...change })).toBe(detail);
  });
});
