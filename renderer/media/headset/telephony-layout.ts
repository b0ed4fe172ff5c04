import type { HidCollection, HidReport, HidReportItem } from './web-hid.ts';

/** USB HID Usage Tables: telephony devices, and the lamps that any device may have. */
export const telephonyPage = 0x0b;
const ledPage = 0x08;

/** The buttons that are read, by usage. */
const buttonUsages = {
  hookSwitch: (telephonyPage << 16) | 0x20,
  phoneMute: (telephonyPage << 16) | 0x2f,
} as const;

/** The lamps that are written, by usage. */
const lampUsages = {
  mute: (ledPage << 16) | 0x09,
  offHook: (ledPage << 16) | 0x17,
  ring: (ledPage << 16) | 0x18,
  hold: (ledPage << 16) | 0x20,
} as const;

export type HeadsetButton = keyof typeof buttonUsages;
type Lamp = keyof typeof lampUsages;

export const headsetButtons = ['hookSwitch', 'phoneMute'] as const;
const lamps = ['mute', 'offHook', 'ring', 'hold'] as const;

/** Which lamps are on. */
export type Lamps = Readonly<Record<Lamp, boolean>>;

/** Where a usage is in its report. */
interface Field {
  readonly reportId: number;
  readonly bit: number;
  readonly size: number;
  /** It tells how it stands; otherwise that it was pressed. */
  readonly isAbsolute: boolean;
  /** In an array: how many places there are, and which value stands for the usage. */
  readonly places: { readonly count: number; readonly value: number } | null;
}

/** How a telephony device's reports are made up: read off its own description. */
export interface TelephonyLayout {
  readonly buttons: Readonly<Partial<Record<HeadsetButton, Field>>>;
  readonly lamps: Readonly<Partial<Record<Lamp, Field>>>;
  /** Length of each report with lamps, in bytes. */
  readonly outputBytes: ReadonlyMap<number, number>;
}

/** The layout of the telephony collections of a device; null when it has no button to read. */
export function telephonyLayout(collections: readonly HidCollection[]): TelephonyLayout | null {
  const own = collections.filter(({ usagePage }) => usagePage === telephonyPage);
  const inputs = own.flatMap(({ inputReports }) => inputReports);
  const outputs = own.flatMap(({ outputReports }) => outputReports);
  const find = (reports: readonly HidReport[], usage: number): Field | undefined =>
    reports.map((report) => fieldOf(report, usage)).find((field) => field !== undefined);
  const buttons = pick(headsetButtons, (name) => find(inputs, buttonUsages[name]));
  if (Object.keys(buttons).length === 0) return null;
  return {
    buttons,
    lamps: pick(lamps, (name) => find(outputs, lampUsages[name])),
    outputBytes: new Map(
      outputs.map(({ reportId, items }) => [
        reportId,
        Math.ceil(items.reduce((sum, item) => sum + bitsOf(item), 0) / 8),
      ]),
    ),
  };
}

/** What an input report says of each button that it is about. */
export function readButtons(
  layout: TelephonyLayout,
  reportId: number,
  data: DataView,
): Readonly<Partial<Record<HeadsetButton, boolean>>> {
  return pick(headsetButtons, (name) => {
    const field = layout.buttons[name];
    if (field?.reportId !== reportId) return undefined;
    const { bit, size, places } = field;
    if (places === null) return readBits(data, bit, size) !== 0;
    const values = Array.from({ length: places.count }, (_none, index) =>
      readBits(data, bit + index * size, size),
    );
    return values.includes(places.value);
  });
}

/** The output reports that make the lamps so. */
export function writeLamps(
  { lamps: fields, outputBytes }: TelephonyLayout,
  wanted: Lamps,
): ReadonlyMap<number, Uint8Array> {
  const reports = new Map<number, Uint8Array>();
  for (const name of lamps) {
    const field = fields[name];
    if (field === undefined) continue;
    const { reportId, bit, places } = field;
    const report = reports.get(reportId) ?? new Uint8Array(outputBytes.get(reportId) ?? 0);
    reports.set(reportId, report);
    // Lamps are bits; one that is chosen by number cannot be on beside others, and none known is.
    if (!wanted[name] || places !== null) continue;
    report[bit >> 3] = (report[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return reports;
}

function fieldOf({ reportId, items }: HidReport, usage: number): Field | undefined {
  let bit = 0;
  for (const item of items) {
    const index = item.isConstant ? -1 : indexOf(item, usage);
    if (index >= 0) {
      const { reportSize: size, reportCount: count, isAbsolute } = item;
      return item.isArray
        ? { reportId, bit, size, isAbsolute, places: { count, value: item.logicalMinimum + index } }
        : { reportId, bit: bit + index * size, size, isAbsolute, places: null };
    }
    bit += bitsOf(item);
  }
  return undefined;
}

/** Which of an item's usages it is; -1: none. */
function indexOf(item: HidReportItem, usage: number): number {
  if (!item.isRange) return item.usages.indexOf(usage);
  const { usageMinimum, usageMaximum } = item;
  return usage >= usageMinimum && usage <= usageMaximum ? usage - usageMinimum : -1;
}

const bitsOf = ({ reportSize, reportCount }: HidReportItem): number => reportSize * reportCount;

/** Little-endian, as the HID specification has it. What a short report does not hold is 0. */
function readBits(data: DataView, bit: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) {
    const at = bit + index;
    if (at >> 3 >= data.byteLength) break;
    value |= ((data.getUint8(at >> 3) >> (at & 7)) & 1) << index;
  }
  return value;
}

function pick<N extends string, T>(
  names: readonly N[],
  of: (name: N) => T | undefined,
): Readonly<Partial<Record<N, T>>> {
  const picked: Partial<Record<N, T>> = {};
  for (const name of names) {
    const value = of(name);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
