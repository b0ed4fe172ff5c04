import { describe, expect, it } from 'vitest';
import {
  type Lamps,
  readButtons,
  telephonyLayout,
  writeLamps,
} from '../../../../../renderer/media/headset/telephony-layout.ts';
import { collectionsOf } from '../../../../support/hid-descriptor.ts';

/** The telephony collection of a published headset with everything in one report each way. */
const oneReport = `
  05 0B 09 05 A1 01 85 02 05 0B 15 00 25 01 09 20 09 97 75 01 95 02 81 22
  09 2F 09 21 09 24 09 50 75 01 95 04 81 06 09 07 05 09 75 01 95 01 81 02
  05 0B 09 06 A1 02 19 B0 29 BB 15 00 25 0B 75 04 95 01 81 00 C0
  75 01 95 05 81 01 05 08 15 00 25 01 09 17 09 09 09 18 09 20 09 21 75 01 95 05 91 22
  05 0B 15 00 25 01 09 9E 75 01 95 01 91 22 75 01 95 0A 91 01 C0`;

/** That of a Plantronics Blackwire 3220 as hidapi's collection shows it: a report for each lamp. */
const reportPerLamp = `
  05 0B 09 05 A1 01 85 08 09 2F 15 00 25 01 75 01 95 01 81 06
  09 20 09 21 15 00 25 01 75 01 95 02 81 22
  85 09 05 08 09 09 15 00 25 01 75 01 95 01 91 22
  85 17 09 17 15 00 25 01 75 01 95 01 91 22
  85 18 09 18 15 00 25 01 75 01 95 01 91 22 C0`;

const dark: Lamps = { mute: false, offHook: false, ring: false, hold: false };
const data = (...bytes: readonly number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);

function layoutOf(descriptor: string) {
  const layout = telephonyLayout(collectionsOf(descriptor));
  if (layout === null) throw new Error('No buttons were found.');
  return layout;
}

const written = (descriptor: string, lamps: Partial<Lamps>) =>
  [...writeLamps(layoutOf(descriptor), { ...dark, ...lamps })].map(([id, report]) => [
    id,
    ...report,
  ]);

describe('a headset with one report each way', () => {
  it('tells hook switch and mute apart', () => {
    const layout = layoutOf(oneReport);
    expect(readButtons(layout, 2, data(0b0000_0001, 0))).toEqual({
      hookSwitch: true,
      phoneMute: false,
    });
    expect(readButtons(layout, 2, data(0b0000_0100, 0))).toEqual({
      hookSwitch: false,
      phoneMute: true,
    });
    expect(readButtons(layout, 3, data(0b0000_0101, 0))).toEqual({});
    expect(readButtons(layout, 2, data())).toEqual({ hookSwitch: false, phoneMute: false });
    expect(layout.buttons.hookSwitch?.isAbsolute).toBe(true);
    expect(layout.buttons.phoneMute?.isAbsolute).toBe(false);
  });

  it('gets its lamps in one report of their length', () => {
    expect(written(oneReport, {})).toEqual([[2, 0, 0]]);
    expect(written(oneReport, { offHook: true, mute: true })).toEqual([[2, 0b0011, 0]]);
    expect(written(oneReport, { ring: true, hold: true })).toEqual([[2, 0b1100, 0]]);
  });
});

describe('a headset with a report for each lamp', () => {
  it('tells hook switch and mute apart', () => {
    const layout = layoutOf(reportPerLamp);
    expect(readButtons(layout, 8, data(0b001))).toEqual({ hookSwitch: false, phoneMute: true });
    expect(readButtons(layout, 8, data(0b010))).toEqual({ hookSwitch: true, phoneMute: false });
  });

  it('has the lamps that it has', () => {
    const lamps = written(reportPerLamp, { offHook: true, hold: true });
    expect(lamps).toEqual([
      [9, 0],
      [0x17, 1],
      [0x18, 0],
    ]);
  });
});

it('reads a button that is told by its number', () => {
  const layout = layoutOf('05 0B 09 05 A1 01 85 01 15 01 25 10 19 20 29 2F 75 08 95 02 81 00 C0');
  expect(readButtons(layout, 1, data(0x00, 0x10))).toEqual({ hookSwitch: false, phoneMute: true });
  expect(readButtons(layout, 1, data(0x01, 0x00))).toEqual({ hookSwitch: true, phoneMute: false });
});

it('leaves devices alone that are no telephones', () => {
  const volume = '05 0C 09 01 A1 01 85 01 09 E9 09 EA 15 00 25 01 75 01 95 02 81 06 C0';
  expect(telephonyLayout(collectionsOf(volume))).toBeNull();
});
