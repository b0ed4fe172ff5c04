/** The ways to sign in that the user may choose. */
export const signInMethods = ['password', 'windows', 'passive', 'hosted'] as const;

/** `passive` is the company's own page (AD FS), `hosted` the hosted service's (OAuth). */
export type SignInMethodName = (typeof signInMethods)[number];

/** How the user wants to sign in, with what was typed for it. */
export type SignInChoice =
  | {
      readonly method: 'password';
      /** User principal name or `DOMAIN\user`; null when it is the address. */
      readonly userName: string | null;
      readonly password: string;
    }
  | {
      readonly method: 'windows';
      /** Null is whoever uses this computer. */
      readonly account: { readonly userName: string; readonly password: string } | null;
    }
  | { readonly method: 'passive' }
  | {
      readonly method: 'hosted';
      /** Parley's registration with the authorization server, from an administrator. */
      readonly clientId: string;
    }
  | {
      /** Joins one meeting as a guest. */
      readonly method: 'anonymous';
      readonly conferenceUri: string;
      readonly conferenceId: string;
    };

/** Best first, of those that a server offers; a password works on every computer. */
export function proposedMethod(offered: readonly SignInMethodName[]): SignInMethodName | null {
  return signInMethods.find((method) => offered.includes(method)) ?? null;
}
