/** The ways of signing in that the server can offer, by the names of its options. */
export const grantNames = ['windows', 'anonymous', 'password', 'passive', 'oauth'] as const;

export type GrantName = (typeof grantNames)[number];

/** What a usual server of a company offers. */
export const usualGrants: readonly GrantName[] = ['windows', 'anonymous', 'password'];

/** What the web ticket service calls those that it takes. */
export const grantTypes: Readonly<Record<Exclude<GrantName, 'oauth'>, string>> = {
  windows: 'urn:microsoft.rtc:windows',
  anonymous: 'urn:microsoft.rtc:anonmeeting',
  password: 'password',
  passive: 'urn:microsoft.rtc:passive',
};

/** The grant types of the web ticket service, in the order in which they are given. */
export function ticketGrantTypes(grants: readonly GrantName[]): readonly string[] {
  return grants.flatMap((grant) => (grant === 'oauth' ? [] : [grantTypes[grant]]));
}
