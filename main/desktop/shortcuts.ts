import type { GlobalShortcut } from 'electron';
import type { AppState } from '../../app/domain/app-state.ts';
import { activeCall, mostPressingRingingCall } from '../../app/domain/selectors.ts';
import type { ShortcutName } from '../../app/domain/shortcuts.ts';
import type { ShortcutMode } from '../../app/ipc/shortcut-schemas.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallVerbs } from './call-verbs.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** What the shortcuts do beside calls. */
export interface ShortcutShell {
  /** Opens the palette that calls from anywhere, or closes it. */
  openQuickDial(): void;
  /** The user chose shortcuts that cannot be had: told once of each. */
  shortcutsUnavailable(accelerators: readonly string[]): void;
  /** Runs `task` in a turn of its own, soon. */
  later(task: () => void): void;
}

type Registry = Pick<GlobalShortcut, 'register' | 'unregister'>;

const mediaKeys = { play: 'MediaPlayPause', stop: 'MediaStop' } as const;

/** Nobody chose these: that a player has them needs no words. */
const isMediaKey = (accelerator: string): boolean =>
  Object.values(mediaKeys).some((key) => key === accelerator);

const inUse: ShortcutMode = { mode: 'use' };

/**
 * Keys that work in every program. Those for a call are taken only while there is one that they are
 * for, so that other programs have them the rest of the time.
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
  #mode = inUse;
  #onProven: (name: ShortcutName) => void = () => undefined;
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

  /**
   * Changes what the keys are for, at once, until told otherwise or a call rings.
   * @param onProven told when the key that is to be proven was pressed
   * @returns whether the key that is to be proven could be taken; in the other modes, false
   */
  setMode(mode: ShortcutMode, onProven: (name: ShortcutName) => void = () => undefined): boolean {
    if (this.#unsubscribe === null) return false;
    this.#mode = mode;
    this.#onProven = onProven;
    // What was taken to be used must not be what proves it.
    this.#want(new Map());
    this.#want(wantedShortcuts(this.#source.state, mode));
    if (mode.mode !== 'prove') return false;
    this.#takeMissing();
    return this.#registered.size > 0;
  }

  #apply(state: AppState): void {
    if (this.#mode !== inUse && mostPressingRingingCall(state) !== null) this.setMode(inUse);
    const wanted = wantedShortcuts(state, this.#mode);
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
    const refused: string[] = [];
    for (const [accelerator, name] of this.#wanted) {
      if (this.#registered.has(accelerator)) continue;
      if (this.#tryRegister(accelerator, () => this.#act(name))) {
        this.#registered.set(accelerator, name);
      } else if (!this.#refused.has(accelerator) && !isMediaKey(accelerator)) {
        if (this.#mode.mode !== 'use') continue;
        this.#refused.add(accelerator);
        refused.push(accelerator);
      }
    }
    if (refused.length > 0) this.#shell.shortcutsUnavailable(refused);
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
    if (this.#mode.mode === 'prove') {
      this.#onProven(name);
      return;
    }
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
      case 'mute':
        this.#verbs.toggleMute('shortcut');
        break;
      case 'hold':
        this.#verbs.toggleHold('shortcut');
        break;
      case 'hangUp':
        this.#verbs.hangUp('shortcut');
        break;
      case 'raise':
        this.#verbs.raise();
        break;
    }
  }
}

/** Accelerators and what each is for. Of those that are the same, the one for the ringing call counts. */
function wantedShortcuts(state: AppState, mode: ShortcutMode): ReadonlyMap<string, ShortcutName> {
  const wanted = new Map<string, ShortcutName>();
  for (const name of wantedNames(state, mode)) {
    const accelerator = state.settings.shortcuts[name];
    if (accelerator !== null && !wanted.has(accelerator)) wanted.set(accelerator, name);
  }
  if (mode.mode === 'use' && state.settings.mediaKeys) {
    for (const [accelerator, name] of wantedMediaKeys(state)) wanted.set(accelerator, name);
  }
  return wanted;
}

/** Play takes a call and then mutes it, stop ends it. Music can wait: they are taken only meanwhile. */
function wantedMediaKeys(state: AppState): readonly (readonly [string, ShortcutName])[] {
  if (mostPressingRingingCall(state) !== null) return [[mediaKeys.play, 'answer']];
  if (activeCall(state) === null) return [];
  return [
    [mediaKeys.play, 'mute'],
    [mediaKeys.stop, 'hangUp'],
  ];
}

function wantedNames(state: AppState, mode: ShortcutMode): readonly ShortcutName[] {
  if (mode.mode === 'choose') return [];
  if (mode.mode === 'prove') return [mode.name];
  const forRinging =
    mostPressingRingingCall(state) === null ? [] : (['answer', 'decline'] as const);
  const forCall = activeCall(state) === null ? [] : (['mute', 'hold', 'hangUp'] as const);
  const forAny = forRinging.length + forCall.length === 0 ? [] : (['raise'] as const);
  return [...forRinging, ...forCall, ...forAny, 'dial'];
}

function isSame(
  some: ReadonlyMap<string, ShortcutName>,
  others: ReadonlyMap<string, ShortcutName>,
): boolean {
  return some.size === others.size && [...some].every(([key, name]) => others.get(key) === name);
}
