import { SignInProblemError } from '../sign-in-problem.ts';
import { secureUrl } from '../transport/trusted-url.ts';

/**
 * The domain of a SIP address, lower case; a leading `sip:` does no harm.
 * @throws SignInProblemError 'invalid-address'
 */
export function domainOf(address: string): string {
  const found = /^\s*(?:sips?:)?[^\s@]+@([^\s@:;/?#[\]]+)\s*$/i.exec(address);
  const domain = found?.[1]?.toLowerCase() ?? '';
  if (!/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u.test(domain)) {
    throw new SignInProblemError('invalid-address', null, null);
  }
  return domain;
}

/** The names that a domain's autodiscover service has, in the order in which they are asked. */
export function discoveryHosts(domain: string): readonly string[] {
  return ['lyncdiscoverinternal', 'lyncdiscover'].map((name) => `${name}.${domain}`);
}

/**
 * The discovery URL that an administrator gave; a bare host name means https.
 * @throws SignInProblemError 'invalid-discovery-url', also for http beyond this computer
 */
export function givenDiscoveryUrl(text: string): string {
  const trimmed = text.trim();
  const url = secureUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const hasCredentials = /^(?:[^/?#]*\/\/)?[^/?#]*@/.test(trimmed);
  if (url === null || url.hostname === '' || hasCredentials) {
    // The detail is shown and logged: a password typed into the URL is not for that.
    throw new SignInProblemError('invalid-discovery-url', null, hasCredentials ? null : trimmed);
  }
  return url.href;
}
