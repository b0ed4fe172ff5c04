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

interface Point {
  readonly x: number;
  readonly y: number;
}

const maxAttempts = 20;

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
      let at = await middleOf(accessibility, label);
      // A notification that is being laid out still moves: what counts is where the button is when
      // the pointer has got there.
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        await this.#keys.moveTo(at.x, at.y);
        const now = await middleOf(accessibility, label);
        if (now.x === at.x && now.y === at.y) {
          await this.#keys.click();
          return;
        }
        at = now;
      }
      throw new Error(`The button ${label} does not stand still.`);
    } finally {
      accessibility.disconnect();
    }
  }
}

async function middleOf(accessibility: Accessibility, label: string): Promise<Point> {
  const button = (await accessibility.buttons('xfce4-notifyd', label)).at(-1);
  if (button === undefined) throw new Error(`No notification on the screen has ${label}.`);
  const { x, y, width, height } = button;
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
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
