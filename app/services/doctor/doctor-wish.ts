import type { SignInMethod } from '../../ucwa/auth/sign-in-method.ts';

/** Whose sign-in is looked at. */
export interface DoctorWish {
  readonly address: string;
  readonly discoveryUrl: string | null;
  /** Hosts of other domains that the user agreed to be sent to. */
  readonly trustedHosts: readonly string[];
  /** Null looks only at what can be seen without a sign-in. */
  readonly method: SignInMethod | null;
}
