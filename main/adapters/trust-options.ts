import { getCACertificates } from 'node:tls';

/** Where a host name leads, as a resolver would say; `http:NAME` for that scheme alone. */
export type HostRoutes = Readonly<Record<string, { readonly host: string; readonly port: number }>>;

/** Whom Node's network stack trusts, and where it goes. */
export interface TrustOptions {
  /** Certificate authorities to trust instead of the built-in ones, PEM. */
  readonly ca?: readonly string[];
  /** Names that lead somewhere else than DNS says; TLS is still verified against the name. */
  readonly routes?: HostRoutes;
}

/** The authorities that Node brings along and those of this computer, PEM. */
export const knownAuthorities = (): readonly string[] => [
  ...new Set([...getCACertificates('default'), ...getCACertificates('system')]),
];
