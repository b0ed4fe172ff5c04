import type { SignInSurfaces } from '../../app/ucwa/sign-in-contract.ts';
import { LoopbackRedirectServer } from '../../main/adapters/sign-in/loopback-redirect-server.ts';
import { nodeCryptography } from '../../main/adapters/sign-in/node-cryptography.ts';

/** Nobody is there to type: no window opens and no browser. */
export const noSurfaces: SignInSurfaces = {
  passiveWindow: {
    authenticate: async () => ({ type: 'closed' }),
    forget: async () => undefined,
  },
  browser: { open: () => Promise.reject(new Error('There is no browser')) },
  loopback: new LoopbackRedirectServer({ title: 'Parley', done: 'Go back to Parley.' }),
  cryptography: nodeCryptography,
};
