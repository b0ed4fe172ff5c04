import { useEffect, useRef, useState } from 'react';
import type { SignInError, SignInOffer } from '../../../app/domain/session.ts';
import { useAsk } from '../../store/commands.tsx';
import { discoveryUrlOf, type SignInDraft } from './sign-in-draft.ts';

export interface OfferSearch {
  /** What the server of the address offers; null while that is not known. */
  readonly offer: SignInOffer | null;
  readonly isLooking: boolean;
  /** Asks the server of what was typed, unless it was asked that already. */
  readonly look: (draft: SignInDraft) => void;
}

const couldBeAddress = /^\s*(?:sip:)?[^\s@]+@[^\s@.]+\.[^\s@]+\s*$/i;

/**
 * Finds out how one may sign in, as soon as the address is typed.
 * @param refusal of the last attempt, in which the server may have said what it takes instead
 */
export function useSignInOffer(refusal: SignInError | null): OfferSearch {
  const ask = useAsk();
  const [offer, setOffer] = useState<SignInOffer | null>(null);
  const [isLooking, setLooking] = useState(false);
  const asked = useRef('');

  useEffect(() => {
    if (refusal === null || refusal.offered.length === 0) return;
    setOffer({ type: 'offered', host: refusal.host ?? '', methods: refusal.offered });
  }, [refusal]);

  const look = async (draft: SignInDraft): Promise<void> => {
    const address = draft.address.trim();
    const discoveryUrl = discoveryUrlOf(draft);
    const { trustedHosts } = draft;
    const key = JSON.stringify([address, discoveryUrl, trustedHosts]);
    if (key === asked.current || !couldBeAddress.test(address)) return;
    asked.current = key;
    setOffer(null);
    setLooking(true);
    const wish = { address, discoveryUrl, trustedHosts: [...trustedHosts] };
    const reply = await ask('session.findOffer', wish);
    // The user went on typing: another answer is to come.
    if (asked.current !== key) return;
    setLooking(false);
    setOffer(reply.ok ? reply.value : null);
  };
  return { offer, isLooking, look: (draft) => void look(draft) };
}
