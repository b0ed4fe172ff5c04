/** The two dialects of the five pages, with where each is found. */
export const dialects = ['ucwa', 'hosted'] as const;

export type DialectName = (typeof dialects)[number];

/** Which address of the built-in server speaks it. */
export const discoveryUrlOf = (
  sandbox: { readonly discoveryUrl: string; readonly hostedDiscoveryUrl: string },
  dialect: DialectName,
): string => (dialect === 'hosted' ? sandbox.hostedDiscoveryUrl : sandbox.discoveryUrl);
