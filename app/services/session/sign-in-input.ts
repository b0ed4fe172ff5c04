import type { SignInChoice } from '../../domain/sign-in-choice.ts';
import type { SettingsChange } from '../settings-service.ts';
import { methodOf, type StoredSession } from './stored-session.ts';

/** What the sign-in page asks for. */
export interface SignInInput {
  readonly address: string;
  readonly discoveryUrl: string | null;
  /** Hosts of other domains that the user agreed to be sent to. */
  readonly trustedHosts: readonly string[];
  readonly choice: SignInChoice;
}

/** The session that is wished for, of which nothing is known yet. */
export function wishedSession(input: SignInInput): StoredSession {
  const address = input.address.trim().replace(/^sip:/i, '');
  return {
    address,
    discoveryUrl: input.discoveryUrl?.trim() || null,
    trustedHosts: [...input.trustedHosts],
    method: methodOf(input.choice, address),
    knownApplicationsUrl: null,
    ticket: null,
  };
}

/** What the sign-in page proposes next time. */
export function rememberedOf({ address, discoveryUrl, method }: StoredSession): SettingsChange {
  if (method.grant === 'anonymous') return {};
  const account = 'account' in method ? method.account : null;
  return {
    lastAddress: address,
    lastDiscoveryUrl: discoveryUrl,
    lastMethod: method.grant,
    lastUserName: account === null || account.userName === address ? null : account.userName,
    ...(method.grant === 'hosted' && { lastClientId: method.clientId }),
  };
}
