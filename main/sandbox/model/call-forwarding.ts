/** How a user wants calls to be forwarded. Delays, voicemail and unanswered calls are kept, not acted on. */
export interface CallForwarding {
  activePeriod: string;
  activeSetting: string;
  unansweredCallHandling: string;
  immediate: ForwardTarget;
  simultaneousRing: RingTarget;
  unanswered: RingTarget;
}

export interface ForwardTarget {
  target: string;
  /** `sip:` or `tel:` address; with the target `Contact` only. */
  contactUri: string | undefined;
}

export interface RingTarget extends ForwardTarget {
  ringDelay: number;
}

export function unansweredToVoicemail(): RingTarget {
  return { ringDelay: 20, target: 'Voicemail', contactUri: undefined };
}

export function noForwarding(): CallForwarding {
  return {
    activePeriod: 'Always',
    activeSetting: 'None',
    unansweredCallHandling: 'Disabled',
    immediate: { target: 'None', contactUri: undefined },
    simultaneousRing: { ringDelay: 0, target: 'None', contactUri: undefined },
    unanswered: unansweredToVoicemail(),
  };
}
