import { describe, expect, it } from 'vitest';
import type { HeadsetDevice } from '../../../../app/domain/settings.ts';
import { HeadsetChoice } from '../../../../main/windows/headset-choice.ts';

const one = { vendorId: 1, productId: 2, name: 'One' };
const other = { vendorId: 3, productId: 4, name: 'Other' };

const choice = (remembered: HeadsetDevice | null, answer: number | null = null) =>
  new HeadsetChoice(
    () => remembered,
    async () => answer,
  );

describe('HeadsetChoice', () => {
  it('lets pages open the headset of the settings, and no other device', () => {
    const choosing = choice(one);
    expect(choosing.isChosen(one)).toBe(true);
    expect(choosing.isChosen(other)).toBe(false);
    expect(choosing.isChosen({ vendorId: 1, productId: 4 })).toBe(false);
    expect(choice(null).isChosen(one)).toBe(false);
  });

  it('takes the only one, and asks which of several', async () => {
    const choosing = choice(null, 1);
    expect(await choosing.pick([one])).toBe(one);
    expect(choosing.isChosen(one)).toBe(true);
    expect(await choosing.pick([one, other])).toBe(other);
    expect([choosing.isChosen(one), choosing.isChosen(other)]).toEqual([false, true]);
  });

  it('opens nothing when the user wants none, or there is none', async () => {
    const choosing = choice(null, null);
    expect(await choosing.pick([one, other])).toBeNull();
    expect(await choosing.pick([])).toBeNull();
    expect(choosing.isChosen(one)).toBe(false);
  });
});
