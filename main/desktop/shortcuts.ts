import type { GlobalShortcut } from 'electron';
import type { AppState } from '../../app/domain/app-state.ts';
import { mostPressingRingingCall } from '../../app/domain/selectors.ts';
import type { Accelerator } from '../../app/domain/settings.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** What the shortcuts do beside calls. */
export interface ShortcutShell {
  /** Shows the main window with the cursor in the dial box. */
  openDialBox(): void;
  /** The user chose a shortcut that cannot be had. */
  shortcutUnavailable(accelerator: string): void;
}

type Registry = Pick<GlobalShortcut, 'register' | 'unregister'>;

/**
 * Keys that work in every program. Those for answering and declining are taken only while a call
 * rings, so that other programs have them the rest of the time.
 */
export class Shortcuts implements Subscriber {
  readonly #source: StateSource;
  readonly #registry: Registry;
  readonly #actions: CallActions;
  readonly #shell: ShortcutShell;
  readonly #registered = new Set<string>();
  readonly #refused = new Set<string>();
  #wanted = '';
  #unsubscribe: Unsubscribe | null = null;

  constructor(source: StateSource, registry: Registry, actions: CallActions, shell: ShortcutShell) {
    this.#source = source;
    this.#registry = registry;
    this.#actions = actions;
    this.#shell = shell;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => this.#apply(state));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#releaseAll();
    this.#wanted = '';
  }

  #apply(state: AppState): void {
    const { answer, decline, dial } = state.settings.shortcuts;
    const isRinging = mostPressingRingingCall(state) !== null;
    const wanted = JSON.stringify([dial, ...(isRinging ? [answer, decline] : [])]);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#releaseAll();
    this.#register(dial, () => this.#shell.openDialBox());
    if (!isRinging) return;
    this.#register(answer, () => this.#answer());
    this.#register(decline, () => this.#decline());
  }

  #answer(): void {
    const call = mostPressingRingingCall(this.#source.state);
    if (call !== null) this.#actions.answer(call.id, 'audio', 'shortcut');
  }

  #decline(): void {
    const call = mostPressingRingingCall(this.#source.state);
    if (call !== null) this.#actions.decline(call.id, 'shortcut');
  }

  #register(accelerator: Accelerator, act: () => void): void {
    if (accelerator === null) return;
    if (this.#tryRegister(accelerator, act)) {
      this.#registered.add(accelerator);
    } else if (!this.#refused.has(accelerator)) {
      this.#refused.add(accelerator);
      this.#shell.shortcutUnavailable(accelerator);
    }
  }

  /** Electron throws for what it cannot read, and says false for what another program has. */
  #tryRegister(accelerator: string, act: () => void): boolean {
    try {
      return this.#registry.register(accelerator, act);
    } catch {
      return false;
    }
  }

  #releaseAll(): void {
    for (const accelerator of this.#registered) this.#registry.unregister(accelerator);
    this.#registered.clear();
  }
}
