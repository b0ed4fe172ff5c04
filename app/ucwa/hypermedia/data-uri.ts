import { malformed } from '../malformed.ts';

/** What a `data:` URI holds. */
export interface DataUri {
  /** Lower case, without parameters. */
  readonly mediaType: string;
  /** By lower-case name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Reads a `data:` URI (RFC 2397) the way UCWA writes them: form-encoded, so that `+` is a space,
 * unless it is base64, where `+` is a digit.
 * @throws UcwaError 'malformed'
 */
export function decodeDataUri(uri: string): DataUri {
  const found = /^\s*data\s*:([^,]*),([\s\S]*)$/i.exec(uri);
  if (found === null) throw malformed('no data: URI', 'offset 0');
  const [mediaType = '', ...rest] = (found[1] ?? '').split(';').map((part) => part.trim());
  const base64 = rest.some((part) => part.toLowerCase() === 'base64');
  const data = found[2] ?? '';
  return {
    mediaType: mediaType.toLowerCase() || 'text/plain',
    parameters: Object.fromEntries(rest.flatMap(toParameter)),
    text: base64 ? fromBase64(percentDecode(data)) : percentDecode(data.replace(/\+/g, ' ')),
  };
}

/** `data:<mediaType>;base64,…` of a text, in UTF-8. */
export function encodeDataUri(mediaType: string, text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return `data:${mediaType};base64,${btoa(binary)}`;
}

function toParameter(part: string): [string, string][] {
  const equals = part.indexOf('=');
  if (equals < 1) return [];
  const value = percentDecode(part.slice(equals + 1)).trim();
  return [[part.slice(0, equals).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1')]];
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed('wrong percent encoding in a data: URI', 'data');
  }
}

function fromBase64(text: string): string {
  try {
    const binary = atob(text.replace(/\s/g, ''));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    throw malformed('wrong base64 in a data: URI', 'data');
  }
}
