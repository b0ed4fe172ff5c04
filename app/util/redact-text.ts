const redacted = '[redacted]';

interface Rule {
  readonly pattern: RegExp;
  readonly replacement: string | ((...groups: string[]) => string);
}

/** The last digits are enough to tell two numbers apart. */
const keptDigits = 3;

/** `…101` for `+1 (425) 555-0101`. */
export function phoneTail(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `…${digits.slice(-keptDigits)}`;
}

/** In this order: what names a secret first, what only looks like a number last. */
const rules: readonly Rule[] = [
  // Messages and SDP travel as data URIs (UCWA external resources).
  { pattern: /\bdata:([\w.+-]+\/[\w.+-]+)[^\s"'<>]*/gi, replacement: `data:$1,${redacted}` },
  { pattern: /\bcwt=[\w\-.~+/=%]+/gi, replacement: `cwt=${redacted}` },
  { pattern: /\b(Bearer|Basic|Negotiate|NTLM)\s+[\w\-.~+/=]{8,}/gi, replacement: `$1 ${redacted}` },
  {
    pattern: /\b((?:proxy-)?authorization|(?:set-)?cookie)("?\s*:\s*"?)[^"\r\n]+/gi,
    replacement: `$1$2${redacted}`,
  },
  {
    pattern:
      /"(access_token|refresh_token|id_token|password|passwd|secret)"\s*:\s*"(?:[^"\\]|\\.)*"/gi,
    replacement: `"$1":"${redacted}"`,
  },
  {
    pattern: /\b(access_token|refresh_token|id_token|password|passwd|secret)=[^&\s"']*/gi,
    replacement: `$1=${redacted}`,
  },
  {
    pattern: /"(plainMessage|htmlMessage|message\/\w+|text)"\s*:\s*"(?:[^"\\]|\\.)*"/g,
    replacement: `"$1":"${redacted}"`,
  },
  // RFC 4568 keys and RFC 8839 passwords.
  { pattern: /\ba=(crypto|ice-pwd|key-mgmt):[^\r\n\\]*/gi, replacement: `a=$1:${redacted}` },
  { pattern: /\bk=(?:clear|base64|uri|prompt)[^\r\n\\]*/gi, replacement: `k=${redacted}` },
  {
    pattern: /\btel:[+\d](?:[\d().\s-]*\d)?/gi,
    replacement: (number) => `tel:${phoneTail(number)}`,
  },
  { pattern: /(?<![\w.+])\+\d[\d().\s-]{4,}\d/g, replacement: (number) => phoneTail(number) },
  {
    // National notation; dates (2030-01-02) and groups of a UUID are let through.
    pattern: /(?<![\w.:-])(?!\d{4}-\d{2}-\d{2})\(?\d{2,5}\)?[ -]\d{2,4}[ -]\d{3,5}(?![\w:-])/g,
    replacement: (number) => phoneTail(number),
  },
];

/** `text` without tokens, passwords, message text, media keys and whole phone numbers. */
export function redactText(text: string): string {
  let result = text;
  for (const { pattern, replacement } of rules) {
    result =
      typeof replacement === 'string'
        ? result.replace(pattern, replacement)
        : result.replace(pattern, replacement);
  }
  return result;
}
