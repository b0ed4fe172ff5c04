import type { Logger } from '../../../app/ports/logger.ts';
import type { SignInSurfaces } from '../../../app/services/parley.ts';
import { nodeCryptography } from '../../adapters/sign-in/node-cryptography.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('There is no window here'));

/** A terminal has no pages to sign in at; the doctor tries no way that needs one. */
export const nobodyThere: SignInSurfaces = {
  passiveWindow: { authenticate: async () => ({ type: 'closed' }), forget: async () => undefined },
  browser: { open: refuse },
  loopback: { listen: refuse },
  cryptography: nodeCryptography,
};

/** What there is to say, the results say. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  scoped: () => silentLogger,
};
