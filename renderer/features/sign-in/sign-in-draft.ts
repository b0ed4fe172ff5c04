import type { Settings } from '../../../app/domain/settings.ts';
import {
  proposedMethod,
  type SignInChoice,
  type SignInMethodName,
} from '../../../app/domain/sign-in-choice.ts';

/** Everything that is typed or chosen on the sign-in page. It stays through every attempt. */
export interface SignInDraft {
  readonly address: string;
  /** Null until the user chooses: then the server's offer decides. */
  readonly method: SignInMethodName | null;
  readonly password: string;
  /** Empty where it is the address. */
  readonly userName: string;
  /** Windows: an account that is not this computer's. */
  readonly otherAccount: boolean;
  readonly clientId: string;
  readonly discoveryUrl: string;
  /** Hosts of other domains that the user agreed to. */
  readonly trustedHosts: readonly string[];
}

/** What must not be empty. */
export type RequiredField = 'address' | 'password' | 'userName' | 'clientId';

/** @param hasWindowsAccount whether this computer's account can be one of a Windows domain */
export const initialDraft = (settings: Settings, hasWindowsAccount: boolean): SignInDraft => ({
  address: settings.lastAddress ?? '',
  method: null,
  password: '',
  userName: settings.lastUserName ?? '',
  otherAccount: !hasWindowsAccount || settings.lastUserName !== null,
  clientId: settings.lastClientId ?? '',
  discoveryUrl: settings.lastDiscoveryUrl ?? '',
  trustedHosts: [],
});

/** How the user will sign in: as they chose or did last time, if the server offers that. */
export function methodOf(
  draft: SignInDraft,
  lastMethod: SignInMethodName,
  offered: readonly SignInMethodName[],
): SignInMethodName {
  const wanted = draft.method ?? lastMethod;
  if (offered.length === 0 || offered.includes(wanted)) return wanted;
  return proposedMethod(offered) ?? wanted;
}

/** What is still to be typed. */
export function missingFields(draft: SignInDraft, method: SignInMethodName): RequiredField[] {
  const required: RequiredField[] = ['address'];
  const typesAccount = method === 'windows' && draft.otherAccount;
  if (typesAccount) required.push('userName');
  if (method === 'password' || typesAccount) required.push('password');
  if (method === 'hosted') required.push('clientId');
  return required.filter(
    (field) => (field === 'password' ? draft.password : draft[field].trim()) === '',
  );
}

export function choiceOf(draft: SignInDraft, method: SignInMethodName): SignInChoice {
  const userName = draft.userName.trim();
  const { password } = draft;
  switch (method) {
    case 'password':
      return { method, userName: userName === '' ? null : userName, password };
    case 'windows':
      return { method, account: draft.otherAccount ? { userName, password } : null };
    case 'passive':
      return { method };
    case 'hosted':
      return { method, clientId: draft.clientId.trim() };
  }
}

export const discoveryUrlOf = ({ discoveryUrl }: SignInDraft): string | null =>
  discoveryUrl.trim() === '' ? null : discoveryUrl.trim();
