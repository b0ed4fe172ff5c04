import type { Challenge } from './challenge.ts';
import type { GrantName } from './sign-in-method.ts';

/** What the ticket service calls its grants. */
export const grantTypes = {
  password: 'password',
  windows: 'urn:microsoft.rtc:windows',
  passive: 'urn:microsoft.rtc:passive',
  anonymous: 'urn:microsoft.rtc:anonmeeting',
} as const;

const names: readonly (keyof typeof grantTypes)[] = ['password', 'windows', 'passive', 'anonymous'];

/** The grants of a challenge that are known here. */
export function offeredGrants(challenge: Challenge): readonly GrantName[] {
  const own = names.filter((name) => challenge.grantTypes.includes(grantTypes[name]));
  return challenge.authorizationUri === null ? own : [...own, 'hosted'];
}
