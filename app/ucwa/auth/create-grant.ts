import { AnonymousGrant } from './anonymous-grant.ts';
import type { Grant, GrantContext } from './grant.ts';
import { HostedGrant } from './hosted-grant.ts';
import { PassiveGrant } from './passive-grant.ts';
import { PasswordGrant } from './password-grant.ts';
import type { SignInMethod } from './sign-in-method.ts';
import { WindowsGrant } from './windows-grant.ts';

/** The grant of what the user chose. */
export function createGrant(context: GrantContext, method: SignInMethod): Grant {
  switch (method.grant) {
    case 'password':
      return new PasswordGrant(context, method.account);
    case 'windows':
      return new WindowsGrant(context, method.account);
    case 'passive':
      return new PassiveGrant(context, method.cookie);
    case 'hosted':
      return new HostedGrant(context, method.clientId, method.refreshToken);
    case 'anonymous':
      return new AnonymousGrant(context, method);
  }
}
