import type { HIDDevice, Session } from 'electron';
import type { HeadsetDevice } from '../../app/domain/settings.ts';
import { isOwnUrl } from './app-url.ts';

const telephonyPage = 0x0b;

type Named = Pick<HIDDevice, 'vendorId' | 'productId' | 'name'>;

/** Some Electrons do not tell what a device is; the page asks for telephony devices alone, and looks. */
const isTelephony = (device: Partial<Pick<HIDDevice, 'collections'>>): boolean =>
  device.collections?.some(({ usagePage }) => usagePage === telephonyPage) ?? true;

/** Which devices with buttons pages may open: the headset that the user chose, and nothing else. */
export class HeadsetChoice {
  readonly #remembered: () => HeadsetDevice | null;
  readonly #ask: (names: readonly string[]) => Promise<number | null>;
  /** Chosen a moment ago: not among the settings yet. */
  #picked: Named | null = null;

  /**
   * @param remembered the headset of the settings
   * @param ask has the user choose one of several by its name
   */
  constructor(
    remembered: () => HeadsetDevice | null,
    ask: (names: readonly string[]) => Promise<number | null>,
  ) {
    this.#remembered = remembered;
    this.#ask = ask;
  }

  guard(session: Session): void {
    session.on('select-hid-device', (event, { deviceList, frame }, callback) => {
      event.preventDefault();
      const devices = frame !== null && isOwnUrl(frame.url) ? deviceList.filter(isTelephony) : [];
      void this.pick(devices).then((device) => callback(device?.deviceId));
    });
    session.setDevicePermissionHandler(
      ({ deviceType, origin, device }) =>
        deviceType === 'hid' && isOwnUrl(origin) && 'name' in device && this.isChosen(device),
    );
  }

  /** The device that the user means: the only one, or the one they choose. */
  async pick<D extends Named>(devices: readonly D[]): Promise<D | null> {
    const index = devices.length > 1 ? await this.#ask(devices.map(({ name }) => name)) : 0;
    const device = index === null ? undefined : devices[index];
    this.#picked = device ?? null;
    return device ?? null;
  }

  isChosen({ vendorId, productId }: Pick<Named, 'vendorId' | 'productId'>): boolean {
    return [this.#picked, this.#remembered()].some(
      (each) => each?.vendorId === vendorId && each.productId === productId,
    );
  }
}
