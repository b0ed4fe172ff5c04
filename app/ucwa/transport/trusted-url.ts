import { isLoopbackHost } from '../../util/web-address.ts';
import { UcwaError } from '../ucwa-error.ts';

/** The URL, if credentials and tickets may travel to it: https, or http on the loopback. */
export function secureUrl(href: string, base?: string): URL | null {
  try {
    const url = new URL(href, base);
    if (url.protocol === 'https:') return url;
    return url.protocol === 'http:' && isLoopbackHost(url.hostname) ? url : null;
  } catch {
    return null;
  }
}

/**
 * The URL of an address that is to be asked.
 * @throws UcwaError 'bad-address' when it is no URL, or one that tickets may not travel to
 */
export function requireAddress(href: string): URL {
  const url = secureUrl(href);
  if (url !== null) return url;
  throw new UcwaError('bad-address', 'The address is no URL that may be asked', {
    advice: 'give-up',
    host: hostOf(href),
  });
}

/** Scheme, host and port of a URL; the text itself when it is no URL. */
export function originOf(href: string): string {
  try {
    return new URL(href).origin;
  } catch {
    return href;
  }
}

/** Host and port of a URL for messages; the text itself when it is no URL. */
export function hostOf(href: string): string {
  try {
    return new URL(href).host;
  } catch {
    return href;
  }
}
