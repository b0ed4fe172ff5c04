import { malformed } from '../malformed.ts';

/** One part of a MIME multipart body. */
export interface Part {
  /** By lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The parts of a multipart body (RFC 2046 section 5.1). Bare LF line ends are taken too.
 * @throws UcwaError 'malformed' when there is no part
 */
export function splitMultipart(text: string, boundary: string): readonly Part[] {
  const parts: Part[] = [];
  let lines: string[] | null = null;
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trimEnd();
    const closes = trimmed === `--${boundary}--`;
    if (!closes && trimmed !== `--${boundary}`) {
      lines?.push(line);
      continue;
    }
    if (lines !== null) parts.push(toPart(lines));
    lines = closes ? null : [];
    if (closes) break;
  }
  if (lines !== null) parts.push(toPart(lines));
  if (parts.length === 0) throw malformed('no part in a multipart body', 'multipart');
  return parts;
}

function toPart(lines: readonly string[]): Part {
  const empty = lines.indexOf('');
  const headerLines = lines.slice(0, empty < 0 ? lines.length : empty);
  const bodyLines = empty < 0 ? [] : lines.slice(empty + 1);
  const headers = headerLines
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
  return { headers: Object.fromEntries(headers), body: bodyLines.join('\r\n') };
}
