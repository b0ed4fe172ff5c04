import type { Observable } from '../util/emitter.ts';

/** Moments at which waiting makes no sense any more: retry at once. */
export type WakeUp = 'network-back' | 'system-resumed';

/** Tells when the network came back or the computer woke. */
export interface WakeUps extends Observable<WakeUp> {}
