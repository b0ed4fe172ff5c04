import { clipboardTarget } from '../../app/domain/clipboard-target.ts';
import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { QuickDialResult } from '../../app/ipc/quick-dial-schemas.ts';
import type { CancelTimer, Clock } from '../../app/ports/clock.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { StateSource, Subscriber } from './subscriber.ts';

/** The start is for what the user waits for; the palette is made when that is done. */
const warmAfterMs = 1_500;

/** The window of the palette. */
export interface Palette {
  readonly isVisible: boolean;
  open(): void;
  tell(message: WindowMessage): void;
  ready(): void;
  hide(): void;
  giveBack(): void;
  retire(): void;
}

export interface QuickDialParts {
  readonly source: StateSource;
  /** Makes the palette's window, hidden. */
  readonly makePalette: () => Palette;
  /** The text of the system's clipboard. */
  readonly readClipboard: () => Promise<string>;
  /** Where the user goes on. */
  readonly mainWindow: { show(focus: boolean): void; send(message: WindowMessage): void };
  readonly trace: Trace;
  readonly clock: Clock;
}

/**
 * The palette that calls from anywhere. Its window costs memory: it is made ahead only while there is
 * a key for it, else when it is first asked for.
 */
export class QuickDial implements Subscriber {
  readonly #parts: QuickDialParts;
  #palette: Palette | null = null;
  #cancelWarming: CancelTimer | null = null;
  #openings = 0;
  #isStopped = false;

  constructor(parts: QuickDialParts) {
    this.#parts = parts;
  }

  start(): void {
    const { clock, source } = this.#parts;
    this.#cancelWarming = clock.after(warmAfterMs, () => {
      if (source.state.settings.shortcuts.dial !== null) this.#need();
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelWarming?.();
    this.#palette?.retire();
  }

  /** Opens the palette; closes it when it is open. */
  toggle(): void {
    const palette = this.#need();
    if (palette?.isVisible === true) palette.giveBack();
    else this.open();
  }

  open(): void {
    const palette = this.#need();
    if (palette === null) return;
    this.#openings += 1;
    this.#parts.trace.mark('quick-dial-asked', `quick-dial-${this.#openings}`);
    palette.open();
    void this.#offerClipboard(palette, this.#openings);
  }

  /** The program that owns the clipboard may take its time: the palette is open by then. */
  async #offerClipboard(palette: Palette, opening: number): Promise<void> {
    const { source, readClipboard } = this.#parts;
    const { people, settings, session } = source.state;
    if (session.phase !== 'online' && session.phase !== 'recovering') return;
    // A clipboard that cannot be read is an empty one.
    const copied = await readClipboard().catch(() => '');
    const context = { people: Object.values(people), region: settings.region };
    const text = clipboardTarget(copied, context);
    if (text === null || opening !== this.#openings || !palette.isVisible) return;
    palette.tell({ type: 'quickDialClipboard', text });
  }

  pageReady(): void {
    this.#palette?.ready();
  }

  painted(): void {
    this.#parts.trace.mark('quick-dial-painted', `quick-dial-${this.#openings}`);
  }

  close(): void {
    this.#palette?.giveBack();
  }

  /** The palette did its work: what came of it is shown in the main window. */
  finish(result: QuickDialResult): void {
    const { mainWindow } = this.#parts;
    this.#palette?.hide();
    mainWindow.send({ type: 'show', result });
    mainWindow.show(true);
  }

  #need(): Palette | null {
    if (this.#isStopped) return null;
    this.#palette ??= this.#parts.makePalette();
    return this.#palette;
  }
}
