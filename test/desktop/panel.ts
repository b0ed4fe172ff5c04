import type { ChildProcess } from 'node:child_process';
import { type BusPartContext, startPanel } from './parts.ts';

/** The panel with the tray; it may be ended and started again while programs run. */
export class Panel {
  readonly #context: BusPartContext;
  #child: ChildProcess | null = null;

  constructor(context: BusPartContext) {
    this.#context = context;
  }

  async start(): Promise<void> {
    this.#child ??= await startPanel(this.#context);
  }

  async stop(): Promise<void> {
    if (this.#child !== null) await this.#context.children.stop(this.#child);
    this.#child = null;
  }
}
