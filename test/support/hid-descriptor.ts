import type {
  HidCollection,
  HidReport,
  HidReportItem,
} from '../../renderer/media/headset/web-hid.ts';

interface Globals {
  page: number;
  logicalMinimum: number;
  size: number;
  count: number;
  reportId: number;
}

/**
 * Reads a report descriptor (USB HID 1.11, 6.2.2) into what WebHID shows of it, as far as telephony
 * devices go: short items, no push and pop.
 * @param hex bytes as two digits each; anything else is passed over
 */
export function collectionsOf(hex: string): readonly HidCollection[] {
  const bytes = (hex.match(/\b[0-9A-F]{2}\b/gi) ?? []).map((each) => Number.parseInt(each, 16));
  const collections: { usagePage: number; usage: number; in: Reports; out: Reports }[] = [];
  const globals: Globals = { page: 0, logicalMinimum: 0, size: 0, count: 0, reportId: 0 };
  let usages: number[] = [];
  let range: { minimum: number; maximum: number } = { minimum: 0, maximum: 0 };
  let depth = 0;
  for (let at = 0; at < bytes.length; ) {
    const prefix = bytes[at] ?? 0;
    const length = [0, 1, 2, 4][prefix & 3] ?? 0;
    const value = bytes
      .slice(at + 1, at + 1 + length)
      .reduce((sum, byte, index) => sum + byte * 256 ** index, 0);
    at += 1 + length;
    const full = globals.page * 65_536 + value;
    const item = (): HidReportItem => ({
      isConstant: (value & 1) !== 0,
      isArray: (value & 2) === 0,
      isAbsolute: (value & 4) === 0,
      isRange: range.maximum !== 0,
      usages,
      usageMinimum: range.minimum,
      usageMaximum: range.maximum,
      reportSize: globals.size,
      reportCount: globals.count,
      logicalMinimum: globals.logicalMinimum,
    });
    const current = collections[collections.length - 1];
    switch (prefix & 0xfc) {
      case 0x04:
        globals.page = value;
        break;
      case 0x14:
        globals.logicalMinimum = value;
        break;
      case 0x74:
        globals.size = value;
        break;
      case 0x84:
        globals.reportId = value;
        break;
      case 0x94:
        globals.count = value;
        break;
      case 0x08:
        usages = [...usages, full];
        continue;
      case 0x18:
        range = { ...range, minimum: full };
        continue;
      case 0x28:
        range = { ...range, maximum: full };
        continue;
      case 0xa0:
        if (depth === 0) {
          const usage = (usages[0] ?? 0) % 65_536;
          collections.push({ usagePage: globals.page, usage, in: new Map(), out: new Map() });
        }
        depth += 1;
        break;
      case 0xc0:
        depth -= 1;
        break;
      case 0x80:
        add(current?.in, globals.reportId, item());
        break;
      case 0x90:
        add(current?.out, globals.reportId, item());
        break;
    }
    // Local items hold until the next main item.
    if ((prefix & 0x0c) === 0) {
      usages = [];
      range = { minimum: 0, maximum: 0 };
    }
  }
  return collections.map(({ usagePage, usage, in: inputs, out: outputs }) => ({
    usagePage,
    usage,
    inputReports: reportsOf(inputs),
    outputReports: reportsOf(outputs),
  }));
}

type Reports = Map<number, HidReportItem[]>;

function add(reports: Reports | undefined, reportId: number, item: HidReportItem): void {
  reports?.set(reportId, [...(reports.get(reportId) ?? []), item]);
}

const reportsOf = (reports: Reports): readonly HidReport[] =>
  [...reports].map(([reportId, items]) => ({ reportId, items }));
