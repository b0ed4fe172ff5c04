const slash = 0x2f;
const backslash = 0x5c;

/** Relations whose targets are other services: nothing of theirs is relative to this document. */
const elsewhere: ReadonlySet<string> = new Set([
  'applications',
  'discover',
  'redirect',
  'root',
  'user',
  'xframe',
]);

/** Makes the hrefs of one document absolute. */
export class HrefResolver {
  readonly #baseUrl: string;
  readonly #origin: string | null;

  /** @param baseUrl what hrefs are relative to; when it is no absolute URL they stay as written */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
    this.#origin = originOf(baseUrl);
  }

  /**
   * The absolute URL. `data:` and `cid:` hrefs stay as they are; so does what no URL can be made
   * of, to be refused when somebody follows it.
   */
  resolve(href: string, relation: string): string {
    const origin = this.#origin;
    if (href.charCodeAt(0) === slash && origin !== null) {
      const second = href.charCodeAt(1);
      // Of a path from the root, which nearly all are, URL would make nothing else.
      if (second !== slash && second !== backslash) return origin + href;
    }
    if (isAbsolute(href) || origin === null) return href;
    if (elsewhere.has(relation) && href.charCodeAt(0) !== slash) return href;
    return absoluteHref(href, this.#baseUrl) ?? href;
  }
}

/**
 * Resolves an href of a response against the response's own address. `data:` and `cid:` hrefs stay
 * as they are. Null when it is no URL at all.
 */
export function absoluteHref(href: string, baseUrl: string): string | null {
  if (isAbsolute(href)) return href;
  try {
    return new URL(href, baseUrl).href;
  } catch {
    return null;
  }
}

/** Whether it is written as a complete address; the documentation puts spaces before the colon. */
function isAbsolute(href: string): boolean {
  return /^(?:https?:\/\/|\s*(?:data|cid)\s*:)/i.test(href);
}

/** Null unless it is an absolute http or https URL. */
function originOf(url: string): string | null {
  try {
    return /^https?:\/\//i.test(url) ? new URL(url).origin : null;
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
