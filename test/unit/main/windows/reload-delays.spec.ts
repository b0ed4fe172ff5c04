import { expect, it } from 'vitest';
import { ReloadDelays } from '../../../../main/windows/reload-delays.ts';

it('loads a page anew at once after its first crash', () => {
  expect(new ReloadDelays().next(5_000)).toBe(0);
});

it('waits longer each time while the page goes on crashing, up to half a minute', () => {
  const delays = new ReloadDelays();
  const waited: number[] = [];
  for (let nowMs = 0; waited.length < 9; ) {
    const delayMs = delays.next(nowMs);
    waited.push(delayMs);
    nowMs += delayMs + 500;
  }
  expect(waited).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

it('starts over after the page lived for a while', () => {
  const delays = new ReloadDelays();
  delays.next(0);
  delays.next(1_000);
  expect(delays.next(62_000)).toBe(0);
});
