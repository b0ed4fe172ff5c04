import { writeFile } from 'node:fs/promises';
import { run } from '../../build/lib/run.ts';
import { Accessibility } from './accessibility.ts';
import type { BusClient } from './bus-client.ts';
import { dunstChoiceFile } from './home.ts';
import type { Keys } from './keys.ts';
import { waitTimeoutMs } from './wait.ts';

/** The notifications on the screen, used as a person does. */
export interface NotificationPopups {
  /**
   * Presses the button with this label on the newest notification that has it, as soon as it is
   * on the screen and stands still.
   * @throws Error when none has it in time
   */
  press(label: string): Promise<void>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where no notification is. */
const restingPlace: Point = { x: 1, y: 400 };

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
    const endsAtMs = Date.now() + waitTimeoutMs;
    try {
      // As a person does: the pointer comes from elsewhere and enters the button before it is pressed.
      await this.#keys.moveTo(restingPlace.x, restingPlace.y);
      let before: Point | null = null;
      while (Date.now() < endsAtMs) {
        const now: Point | null = await middleOf(accessibility, label);
        // A notification that is being laid out still moves: what counts is where the button is
        // when the pointer has got there.
        if (now !== null && now.x === before?.x && now.y === before.y) {
          await this.#keys.click();
          return;
        }
        if (now !== null) await this.#keys.moveTo(now.x, now.y);
        before = now;
      }
      throw new Error(
        before === null
          ? `No notification on the screen has ${label}.`
          : `The button ${label} does not stand still.`,
      );
    } finally {
      accessibility.disconnect();
    }
  }
}

async function middleOf(accessibility: Accessibility, label: string): Promise<Point | null> {
  // A notification may go while it is looked at; then there is nothing to see yet.
  const buttons = await accessibility.buttons('xfce4-notifyd', label).catch(() => []);
  const button = buttons.at(-1);
  if (button === undefined) return null;
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
