import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** Looks like a phone number: digits with the usual separators and an extension. */
const shape = /^\+?[\d\s().\-/]*\d[\d\s().\-/]*(?:\s*(?:;ext=|x|ext\.?|#|,)\s*\d{1,7})?$/i;

/** Whether somebody who typed this meant a phone number. */
export const looksLikePhoneNumber = (text: string): boolean =>
  shape.test(text.trim().replace(/^tel:/i, ''));

/**
 * Reads a phone number as people write it, or a `tel:` URI.
 * @param region ISO 3166-1 alpha-2 country in which a number without `+` is dialled.
 * @returns `tel:+E164[;ext=…]` (RFC 3966), or null when it is no possible number.
 */
export function readPhoneNumber(text: string, region: string): string | null {
  return parse(text, region)?.getURI() ?? null;
}

/** The number as people of its country write it, for showing; null when it is none. */
export function formatPhoneNumber(telUri: string, region: string): string | null {
  const number = parse(telUri, region);
  if (number === undefined) return null;
  return number.country === region ? number.formatNational() : number.formatInternational();
}

function parse(text: string, region: string): PhoneNumber | undefined {
  const bare = text.trim().replace(/^tel:/i, '');
  if (bare.length > 64 || !looksLikePhoneNumber(bare)) return undefined;
  const country = isSupportedCountry(region) ? region : undefined;
  const number = parsePhoneNumberFromString(bare, {
    ...(country === undefined ? {} : { defaultCountry: country }),
    extract: false,
  });
  return number?.isPossible() === true ? number : undefined;
}
