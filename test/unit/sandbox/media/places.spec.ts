import { describe, expect, it } from 'vitest';
import { assignPlaces } from '../../../../main/sandbox/media/places.ts';

const quiet = (person: string) => ({ person, spokeMs: 0 });
const nowMs = 100_000;

describe('places', () => {
  it('are kept by those who have one, and filled in their order', () => {
    const present = new Map([['2', 'sam']]);
    const places = assignPlaces(['1', '2', '3'], present, ['kim', 'sam'].map(quiet), nowMs);
    expect([...places].sort()).toEqual([
      ['1', 'kim'],
      ['2', 'sam'],
    ]);
  });

  it('are given up by those who leave, and with their section', () => {
    const present = new Map([
      ['1', 'sam'],
      ['2', 'kim'],
    ]);
    expect([...assignPlaces(['1'], present, [quiet('kim')], nowMs)]).toEqual([['1', 'kim']]);
  });

  it.each([
    ['is silent', 0, 0, 'sam'],
    ['speaks, and who is shown has been silent', nowMs, nowMs - 3_000, 'kim'],
    ['speaks, and who is shown spoke just now', nowMs, nowMs - 1_000, 'sam'],
    ['spoke a while ago', nowMs - 1_000, 0, 'sam'],
  ])('are not enough: who has none %s', (_, kimSpokeMs, samSpokeMs, shown) => {
    const candidates = [
      { person: 'sam', spokeMs: samSpokeMs },
      { person: 'kim', spokeMs: kimSpokeMs },
    ];
    const places = assignPlaces(['1'], new Map([['1', 'sam']]), candidates, nowMs);
    expect([...places]).toEqual([['1', shown]]);
  });
});
