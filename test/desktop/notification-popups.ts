import { writeFile } from 'node:fs/promises';
import { run } from '../../build/lib/run.ts';
import { Accessibility } from './accessibility.ts';
import type { BusClient } from './bus-client.ts';
import { dunstChoiceFile } from './home.ts';
import type { Keys } from './keys.ts';

/** The notifications on the screen, used as a person does. */
export interface NotificationPopups {
  /**
   * Presses the button with this label on the newest notification that has it.
   * @throws Error when no notification on the screen has it
   */
  press(label: string): Promise<void>;
}

/** Clicks with the mouse on the window of xfce4-notifyd. */
export class XfcePopups implements NotificationPopups {
  readonly #bus: BusClient;
  readonly #keys: Keys;

  constructor(bus: BusClient, keys: Keys) {
    this.#bus = bus;
    this.#keys = keys;
  }

  async press(label: string): Promise<void> {
    const accessibility = await Accessibility.connect(this.#bus);
    try {
      const button = (await accessibility.buttons('xfce4-notifyd', label)).at(-1);
      if (button === undefined) throw new Error(`No notification on the screen has ${label}.`);
      const { x, y, width, height } = button;
      await this.#keys.clickAt(Math.round(x + width / 2), Math.round(y + height / 2));
    } finally {
      accessibility.disconnect();
    }
  }
}

/** Chooses from the menu that dunst opens for the actions of its notifications. */
export class DunstPopups implements NotificationPopups {
  readonly #env: NodeJS.ProcessEnv;
  readonly #configDir: string;

  constructor(env: NodeJS.ProcessEnv, configDir: string) {
    this.#env = env;
    this.#configDir = configDir;
  }

  async press(label: string): Promise<void> {
    await writeFile(dunstChoiceFile(this.#configDir), label);
    const { code, output } = await run('dunstctl', ['context'], { env: this.#env });
    if (code !== 0) throw new Error(`dunstctl context failed: ${output}`);
  }
}
