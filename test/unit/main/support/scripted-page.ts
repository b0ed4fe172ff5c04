import type { WindowMessage } from '../../../../app/ipc/contract.ts';
import type { Page } from '../../../../main/windows/page.ts';

/** A page without Electron: keeps what it was sent, and can go away. */
export class ScriptedPage implements Page {
  readonly view = 'main';
  readonly messages: WindowMessage[] = [];
  readonly #listeners = new Set<() => void>();

  send(message: WindowMessage): void {
    this.messages.push(message);
  }

  onPageGone(listener: () => void): void {
    this.#listeners.add(listener);
  }

  goAway(): void {
    for (const listener of this.#listeners) listener();
  }
}
