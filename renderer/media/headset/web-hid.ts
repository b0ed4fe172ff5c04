/** The part of WebHID that a headset needs; TypeScript's DOM library does not have it. */
export interface HidReportItem {
  readonly isAbsolute: boolean;
  readonly isArray: boolean;
  readonly isConstant: boolean;
  readonly isRange: boolean;
  /** Usage page in the upper 16 bits, usage in the lower ones. */
  readonly usages: readonly number[];
  readonly usageMinimum: number;
  readonly usageMaximum: number;
  /** In bits. */
  readonly reportSize: number;
  readonly reportCount: number;
  readonly logicalMinimum: number;
}

export interface HidReport {
  readonly reportId: number;
  readonly items: readonly HidReportItem[];
}

/** A top-level collection. The browser lists in it what its sub-collections hold, too. */
export interface HidCollection {
  readonly usagePage: number;
  readonly usage: number;
  readonly inputReports: readonly HidReport[];
  readonly outputReports: readonly HidReport[];
}

export interface HidInputEvent extends Event {
  readonly reportId: number;
  /** Without the byte that holds the id. */
  readonly data: DataView;
}

export interface HidDevice {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: Uint8Array): Promise<void>;
  addEventListener(type: 'inputreport', listener: (event: HidInputEvent) => void): void;
  removeEventListener(type: 'inputreport', listener: (event: HidInputEvent) => void): void;
}

export interface Hid {
  getDevices(): Promise<readonly HidDevice[]>;
  /** The devices that the user chose; none when they chose none. Only after a click or a key. */
  requestDevice(options: {
    readonly filters: readonly { readonly usagePage: number }[];
  }): Promise<readonly HidDevice[]>;
  addEventListener(type: 'connect' | 'disconnect', listener: () => void): void;
}
