import type { GlobalShortcut } from 'electron';
import type { AppState } from '../../app/domain/app-state.ts';
import { mostPressingRingingCall } from '../../app/domain/selectors.ts';
import type { Settings } from '../../app/domain/settings.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallVerbs } from './call-verbs.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** What the shortcuts do beside calls. */
export interface ShortcutShell {
  /** Opens the palette that calls from anywhere, or closes it. */
  openQuickDial(): void;
  /** The user chose a shortcut that cannot be had. */
  shortcutUnavailable(accelerator: string): void;
  /** Runs `task` in a turn of its own, soon. */
  later(task: () => void): void;
}

type Registry = Pick<GlobalShortcut, 'register' | 'unregister'>;
type ShortcutName = keyof Settings['shortcuts'];

/**
 * Keys that work in every program. Those for answering and declining are taken only while a call
 * rings, so that other programs have them the rest of the time.
 *
 * Taking a key can block for tens of milliseconds, so it waits until everything that announces the
 * call has run. Keys are given back at once.
 */
export class Shortcuts implements Subscriber {
  readonly #source: StateSource;
  readonly #registry: Registry;
  readonly #verbs: CallVerbs;
  readonly #shell: ShortcutShell;
  readonly #registered = new Map<string, ShortcutName>();
  readonly #refused = new Set<string>();
  #wanted: ReadonlyMap<string, ShortcutName> = new Map();
  #isTakingPlanned = false;
  #unsubscribe: Unsubscribe | null = null;

  constructor(source: StateSource, registry: Registry, verbs: CallVerbs, shell: ShortcutShell) {
    this.#source = source;
    this.#registry = registry;
    this.#verbs = verbs;
    this.#shell = shell;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => this.#apply(state));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#want(new Map());
  }

  #apply(state: AppState): void {
    const wanted = wantedShortcuts(state);
    if (!isSame(wanted, this.#wanted)) this.#want(wanted);
  }

  #want(wanted: ReadonlyMap<string, ShortcutName>): void {
    this.#wanted = wanted;
    for (const [accelerator, name] of this.#registered) {
      if (wanted.get(accelerator) === name) continue;
      this.#registry.unregister(accelerator);
      this.#registered.delete(accelerator);
    }
    if (wanted.size === this.#registered.size || this.#isTakingPlanned) return;
    this.#isTakingPlanned = true;
    this.#shell.later(() => this.#takeMissing());
  }

  /** Takes what is wanted now: the call may be over that it was planned for. */
  #takeMissing(): void {
    this.#isTakingPlanned = false;
    for (const [accelerator, name] of this.#wanted) {
      if (!this.#registered.has(accelerator)) this.#take(accelerator, name);
    }
  }

  #take(accelerator: string, name: ShortcutName): void {
    if (this.#tryRegister(accelerator, () => this.#act(name))) {
      this.#registered.set(accelerator, name);
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

  #act(name: ShortcutName): void {
    switch (name) {
      case 'dial':
        this.#shell.openQuickDial();
        break;
      case 'answer':
        this.#verbs.answer('shortcut');
        break;
      case 'decline':
        this.#verbs.decline('shortcut');
        break;
    }
  }
}

/** Accelerators and what each is for. Of two that are the same, the one for the ringing call counts. */
function wantedShortcuts(state: AppState): ReadonlyMap<string, ShortcutName> {
  const isRinging = mostPressingRingingCall(state) !== null;
  const names = isRinging ? (['answer', 'decline', 'dial'] as const) : (['dial'] as const);
  const wanted = new Map<string, ShortcutName>();
  for (const name of names) {
    const accelerator = state.settings.shortcuts[name];
    if (accelerator !== null && !wanted.has(accelerator)) wanted.set(accelerator, name);
  }
  return wanted;
}

function isSame(
  some: ReadonlyMap<string, ShortcutName>,
  others: ReadonlyMap<string, ShortcutName>,
): boolean {
  return some.size === others.size && [...some].every(([key, name]) => others.get(key) === name);
}
