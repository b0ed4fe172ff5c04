import type { BusObject } from './bus-client.ts';
import { BusClient } from './bus-client.ts';

/** A rectangle on the screen, in pixels. */
export interface Extents {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const accessible = 'org.a11y.atspi.Accessible';
const screenCoordinates = 0;
const root: BusObject = {
  destination: 'org.a11y.atspi.Registry',
  path: '/org/a11y/atspi/accessible/root',
};

/** Programs as assistive technology sees them (AT-SPI): here, to find buttons on the screen. */
export class Accessibility {
  readonly #bus: BusClient;

  private constructor(bus: BusClient) {
    this.#bus = bus;
  }

  /** Connects to the accessibility bus of a session. */
  static async connect(sessionBus: BusClient): Promise<Accessibility> {
    const service = { destination: 'org.a11y.Bus', path: '/org/a11y/bus' };
    const [address] = await sessionBus.call(service, 'org.a11y.Bus.GetAddress');
    return new Accessibility(await BusClient.connect(String(address)));
  }

  /** Where the buttons with a label are on the screen, in the windows of a program. */
  async buttons(program: string, label: string): Promise<Extents[]> {
    const found: Extents[] = [];
    for (const application of await this.#children(root)) {
      if ((await this.#name(application)) === program) {
        await this.#collect(application, label, found);
      }
    }
    return found;
  }

  disconnect(): void {
    this.#bus.disconnect();
  }

  async #collect(object: BusObject, label: string, found: Extents[]): Promise<void> {
    const [role] = await this.#bus.call(object, `${accessible}.GetRoleName`);
    if (role === 'push button' && (await this.#name(object)) === label) {
      found.push(await this.#extents(object));
    }
    for (const child of await this.#children(object)) await this.#collect(child, label, found);
  }

  async #name(object: BusObject): Promise<string> {
    return String(await this.#bus.get(object, `${accessible}.Name`));
  }

  async #children(object: BusObject): Promise<BusObject[]> {
    const [children] = await this.#bus.call(object, `${accessible}.GetChildren`);
    return (children as [string, string][]).map(([destination, path]) => ({ destination, path }));
  }

  async #extents(object: BusObject): Promise<Extents> {
    const member = 'org.a11y.atspi.Component.GetExtents';
    const [rectangle] = await this.#bus.call(object, member, 'u', [screenCoordinates]);
    const [x, y, width, height] = rectangle as [number, number, number, number];
    return { x, y, width, height };
  }
}
