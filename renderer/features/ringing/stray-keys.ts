/** Long enough to finish the word one was typing, short enough not to keep a call waiting. */
const guardMs = 500;

type PressedKey = Pick<KeyboardEvent, 'key' | 'repeat' | 'timeStamp'>;

const actingKeys: ReadonlySet<string> = new Set(['Enter', ' ', 'Escape']);

/**
 * Tells keys that were meant for another program: a ringing call may take the keyboard while the
 * user types there, and the next Enter must not answer it, nor an Escape decline it.
 */
export class StrayKeys {
  #guardedUntilMs = Number.NEGATIVE_INFINITY;

  /**
   * The keyboard goes to something new.
   * @param nowMs time of the page, as the `timeStamp` of events
   */
  guard(nowMs: number): void {
    this.#guardedUntilMs = nowMs + guardMs;
  }

  /** A key held down since before counts as stray for as long as it is held. */
  isStray({ key, repeat, timeStamp }: PressedKey): boolean {
    return actingKeys.has(key) && (repeat || timeStamp < this.#guardedUntilMs);
  }
}
