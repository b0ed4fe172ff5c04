import type { SignInOffer } from '../../domain/session.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import { findSignInOffer } from '../../ucwa/sign-in-offer.ts';
import { hostOf, knownMethods, toSignInError } from './sign-in-error.ts';

export interface OfferWish {
  readonly address: string;
  readonly discoveryUrl: string | null;
  readonly trustedHosts: readonly string[];
}

/** Finds out how one may sign in, while the user is still typing. */
export class SignInOffers {
  readonly #ucwa: UcwaDependencies;
  #running: AbortController | null = null;

  constructor(ucwa: UcwaDependencies) {
    this.#ucwa = ucwa;
  }

  /** A newer question ends an older one, which then counts as cancelled. */
  async find(wish: OfferWish): Promise<SignInOffer> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    const offer = await findSignInOffer(wish, this.#ucwa, running.signal);
    if (this.#running === running) this.#running = null;
    if (offer.type === 'failed') {
      const error = toSignInError(offer.error, hostOf(wish.address, wish.discoveryUrl));
      return { type: 'failed', error };
    }
    return { type: 'offered', host: offer.host, methods: knownMethods(offer.grants) };
  }

  /** Harmless when nothing runs. */
  cancel(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
