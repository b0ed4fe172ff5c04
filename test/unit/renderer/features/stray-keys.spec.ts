import { describe, expect, it } from 'vitest';
import { StrayKeys } from '../../../../renderer/features/ringing/stray-keys.ts';

const press = (key: string, timeStamp: number, repeat = false) => ({ key, timeStamp, repeat });

describe('StrayKeys', () => {
  it.each(['Enter', ' ', 'Escape'])('takes an early %j for one of another program', (key) => {
    const keys = new StrayKeys();
    keys.guard(1_000);
    expect(keys.isStray(press(key, 1_000))).toBe(true);
    expect(keys.isStray(press(key, 1_499))).toBe(true);
    expect(keys.isStray(press(key, 1_500))).toBe(false);
  });

  it('takes a key that is held down for one of another program, however long', () => {
    const keys = new StrayKeys();
    keys.guard(1_000);
    expect(keys.isStray(press('Enter', 5_000, true))).toBe(true);
  });

  it('lets keys through that do nothing to the call', () => {
    const keys = new StrayKeys();
    keys.guard(1_000);
    expect(keys.isStray(press('Tab', 1_001))).toBe(false);
  });

  it('guards anew when another call takes the place', () => {
    const keys = new StrayKeys();
    keys.guard(1_000);
    keys.guard(3_000);
    expect(keys.isStray(press('Enter', 3_400))).toBe(true);
  });
});
