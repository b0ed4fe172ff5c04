import { Emitter } from '../../../../app/util/emitter.ts';
import type { Privacy } from '../../../../main/desktop/privacy.ts';

/** A screen that is locked when the test says so. */
export class ScriptedPrivacy implements Privacy {
  readonly changes = new Emitter<unknown>((error) => {
    throw error;
  });
  #hides = false;

  hidesText(): boolean {
    return this.#hides;
  }

  set(hides: boolean): void {
    this.#hides = hides;
    this.changes.emit(hides);
  }
}
