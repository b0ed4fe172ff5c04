/** How a user wants calls to be forwarded. Kept, not acted on. */
export interface CallForwarding {
  activePeriod: string;
  activeSetting: string;
  unansweredCallHandling: string;
  simultaneousRing: RingTarget;
  unanswered: RingTarget;
}

export interface RingTarget {
  ringDelay: number;
  target: string;
}

export function noForwarding(): CallForwarding {
  return {
    activePeriod: 'Always',
    activeSetting: 'None',
    unansweredCallHandling: 'Disabled',
    simultaneousRing: { ringDelay: 0, target: 'None' },
    unanswered: { ringDelay: 20, target: 'Voicemail' },
  };
}
