import type { AppState } from '../../../app/domain/app-state.ts';
import type { HeadsetDevice } from '../../../app/domain/settings.ts';
import type { HeadsetPress } from '../../../app/ipc/headset-schemas.ts';
import { headsetPress, lampsOf } from './headset-press.ts';
import {
  headsetButtons,
  type Lamps,
  readButtons,
  type TelephonyLayout,
  telephonyLayout,
  telephonyPage,
  writeLamps,
} from './telephony-layout.ts';
import type { Hid, HidDevice, HidInputEvent } from './web-hid.ts';

/** An interface of the headset that is open. */
interface Open {
  readonly device: HidDevice;
  readonly layout: TelephonyLayout;
  readonly listener: (event: HidInputEvent) => void;
  /** What was sent last, by report. */
  readonly sent: Map<number, string>;
}

/** The buttons and lamps of the headset that the user chose, by USB's telephony usages. */
export class Headset {
  readonly #hid: Hid;
  readonly #press: (press: HeadsetPress) => void;
  readonly #reportError: (message: string) => void;
  #chosen: HeadsetDevice | null = null;
  #lamps: Lamps = { ring: false, offHook: false, mute: false, hold: false };
  #open: readonly Open[] = [];
  /** Devices are opened and written to one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(
    hid: Hid,
    press: (press: HeadsetPress) => void,
    reportError: (message: string) => void,
  ) {
    this.#hid = hid;
    this.#press = press;
    this.#reportError = reportError;
    const refresh = (): void => this.#then(() => this.#reopen());
    hid.addEventListener('connect', refresh);
    hid.addEventListener('disconnect', refresh);
  }

  /** Has the user choose; null when they chose none, or none with such buttons. Needs a user gesture. */
  async choose(): Promise<HeadsetDevice | null> {
    const devices = await this.#hid.requestDevice({ filters: [{ usagePage: telephonyPage }] });
    const device = devices.find(({ collections }) => telephonyLayout(collections) !== null);
    if (device === undefined) return null;
    const { vendorId, productId, productName } = device;
    return { vendorId, productId, name: productName };
  }

  /** Follows the state: which headset it is, and what its lamps show. */
  update(state: Pick<AppState, 'calls' | 'settings'>): void {
    this.#lamps = lampsOf(state);
    const { headset } = state.settings;
    const isSame =
      headset?.vendorId === this.#chosen?.vendorId &&
      headset?.productId === this.#chosen?.productId;
    this.#chosen = headset;
    this.#then(() => (isSame ? this.#show() : this.#reopen()));
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work
      .then(work)
      .catch((error: unknown) => this.#reportError(`Headset: ${String(error)}`));
  }

  async #reopen(): Promise<void> {
    for (const { device, listener } of this.#open) {
      device.removeEventListener('inputreport', listener);
      await device.close();
    }
    this.#open = [];
    const chosen = this.#chosen;
    if (chosen === null) return;
    const devices = await this.#hid.getDevices();
    const own = devices.filter(
      ({ vendorId, productId }) => vendorId === chosen.vendorId && productId === chosen.productId,
    );
    for (const device of own) {
      const layout = telephonyLayout(device.collections);
      if (layout === null) continue;
      if (!device.opened) await device.open();
      const listener = (event: HidInputEvent): void => this.#onInput(layout, event);
      device.addEventListener('inputreport', listener);
      this.#open = [...this.#open, { device, layout, listener, sent: new Map() }];
    }
    await this.#show();
  }

  #onInput(layout: TelephonyLayout, { reportId, data }: HidInputEvent): void {
    const states = readButtons(layout, reportId, data);
    for (const button of headsetButtons) {
      const on = states[button];
      const isAbsolute = layout.buttons[button]?.isAbsolute ?? false;
      const press = on === undefined ? null : headsetPress(button, { on, isAbsolute }, this.#lamps);
      if (press !== null) this.#press(press);
    }
  }

  /** Sends what differs from what was sent last. */
  async #show(): Promise<void> {
    for (const { device, layout, sent } of this.#open) {
      for (const [reportId, data] of writeLamps(layout, this.#lamps)) {
        const key = data.join(' ');
        if (sent.get(reportId) === key) continue;
        await device.sendReport(reportId, data);
        sent.set(reportId, key);
      }
    }
  }
}
