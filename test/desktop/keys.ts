import { run } from '../../build/lib/run.ts';

/** The keyboard and the mouse of a session. */
export class Keys {
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** Presses a key or a chord, named as xdotool does: `Return`, `ctrl+shift+a`. */
  async press(chord: string): Promise<void> {
    await this.#xdotool(['key', '--clearmodifiers', chord]);
  }

  /** Types text into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.#xdotool(['type', '--delay', '5', text]);
  }

  /** Moves the pointer to a point of the screen, in pixels. */
  async moveTo(x: number, y: number): Promise<void> {
    await this.#xdotool(['mousemove', String(x), String(y)]);
  }

  /** Clicks the left mouse button where the pointer is. */
  async click(): Promise<void> {
    await this.#xdotool(['click', '1']);
  }

  /** The title of the window that has the focus; undefined when no window has it. */
  async focusedWindow(): Promise<string | undefined> {
    const args = ['getactivewindow', 'getwindowname'];
    const { code, stdout } = await run('xdotool', args, { env: this.#env });
    return code === 0 ? stdout.trim() : undefined;
  }

  async #xdotool(args: readonly string[]): Promise<void> {
    const { code, output } = await run('xdotool', args, { env: this.#env });
    if (code !== 0) throw new Error(`xdotool ${args.join(' ')} failed: ${output}`);
  }
}
