/**
 * The text of a body: in the encoding that its byte order mark says, else the `charset` of its
 * media type, else its XML declaration, else UTF-8. JSON and XML in UTF-16 need no mark. Bytes that
 * are wrong become replacement characters; the mark is left out.
 * @param contentType null when unknown
 */
export function decodeText(bytes: Uint8Array, contentType: string | null = null): string {
  const label =
    markedEncoding(bytes) ?? charsetOf(contentType) ?? wideEncoding(bytes) ?? declared(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // An encoding that this system does not know.
    return new TextDecoder().decode(bytes);
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** Every JSON and XML text begins with two characters of ASCII. */
function wideEncoding([first, second]: Uint8Array): string | null {
  if (first === 0 && second !== 0) return 'utf-16be';
  return second === 0 && first !== 0 ? 'utf-16le' : null;
}

/** What the XML declaration says. Where that can be read byte by byte, it is not UTF-16. */
function declared(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(label) ? 'utf-8' : label;
}
