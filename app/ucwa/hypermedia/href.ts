/**
 * Resolves an href of a response against the response's own address. `data:` and `cid:` hrefs stay
 * as they are. Null when it is no URL at all.
 */
export function absoluteHref(href: string, baseUrl: string): string | null {
  if (/^https?:\/\//i.test(href) || /^(?:data|cid):/i.test(href)) return href;
  try {
    return new URL(href, baseUrl).href;
  } catch {
    return null;
  }
}

/**
 * Whether two hrefs name the same resource: the real server writes the same URI in different cases.
 */
export function sameHref(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** A key for maps of resources by href: equal for the hrefs that `sameHref` takes as equal. */
export function hrefKey(href: string): string {
  return href.toLowerCase();
}

/**
 * Adds query parameters to an href that a link gave. The link's own query is not touched, not even
 * its encoding, and wins over an added parameter of the same name.
 */
export function withQuery(href: string, query: Readonly<Record<string, string>>): string {
  const [address = '', fragment] = href.split('#', 2);
  const start = address.indexOf('?');
  const own = new URLSearchParams(start < 0 ? '' : address.slice(start + 1));
  const added = Object.entries(query)
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  if (added === '') return href;
  const joint = start < 0 ? '?' : /[?&]$/.test(address) ? '' : '&';
  return address + joint + added + (fragment === undefined ? '' : `#${fragment}`);
}
