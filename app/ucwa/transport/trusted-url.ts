const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Whether the URL's host is this computer, by its name. */
export function isLoopback(url: URL): boolean {
  return loopback.test(url.hostname);
}

/** The URL, if credentials and tickets may travel to it: https, or http on the loopback. */
export function secureUrl(href: string, base?: string): URL | null {
  try {
    const url = new URL(href, base);
    if (url.protocol === 'https:') return url;
    return url.protocol === 'http:' && isLoopback(url) ? url : null;
  } catch {
    return null;
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
