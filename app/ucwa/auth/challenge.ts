import type { HttpResponse } from '../../ports/http-transport.ts';
import { headerLines } from '../transport/response.ts';

/** How and where to get a web ticket. */
export interface TicketChallenge {
  /** As the server wrote it: absolute. */
  readonly href: string;
  /** Such as `password` or `urn:microsoft.rtc:windows`. */
  readonly grantTypes: readonly string[];
}

/**
 * The MsRtcOAuth challenge among all challenges of a response, which may stand in several header
 * lines or joined in one, with quoted or bare values. Null when there is none.
 */
export function ticketChallenge(response: HttpResponse): TicketChallenge | null {
  const text = headerLines(response, 'www-authenticate').join(', ');
  const start = /(?:^|[,\s])MsRtcOAuth\s+/i.exec(text);
  if (start === null) return null;
  const parameters = readParameters(text.slice(start.index + start[0].length));
  const href = parameters.href;
  if (href === undefined) return null;
  const grantTypes = (parameters.grant_type ?? '')
    .split(',')
    .map((grant) => grant.trim().toLowerCase())
    .filter((grant) => grant !== '');
  return { href, grantTypes };
}

/** The names of all schemes that are offered, for telling the user. */
export function offeredSchemes(response: HttpResponse): readonly string[] {
  return headerLines(response, 'www-authenticate').flatMap((line) => {
    const unquoted = line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    return unquoted
      .split(',')
      .map((part) => /^\s*([\w-]+)(?:\s+[^\s=]|\s*$)/.exec(part)?.[1])
      .filter((scheme) => scheme !== undefined);
  });
}

const parameter = /\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))\s*(?:,|$)/y;

/** `name=value` pairs up to the first thing that is none: the next scheme. */
function readParameters(text: string): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  parameter.lastIndex = 0;
  for (let found = parameter.exec(text); found !== null; found = parameter.exec(text)) {
    const [, name = '', quoted, bare] = found;
    parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  }
  return parameters;
}
