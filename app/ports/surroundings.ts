import type { Observable } from '../util/emitter.ts';

/** What bears on how much Parley may do, and on whether its user is there. */
export interface Circumstances {
  readonly onBattery: boolean;
  /** One of Parley's windows has the keyboard focus. */
  readonly inForeground: boolean;
  /** Nobody can use the computer before it is unlocked. */
  readonly screenLocked: boolean;
}

/** The computer around Parley. Tells each change of its circumstances. */
export interface Surroundings extends Observable<Circumstances> {
  readonly circumstances: Circumstances;
  /** For how long nobody has touched keyboard or mouse, in any program; milliseconds. */
  idleMs(): number;
}
