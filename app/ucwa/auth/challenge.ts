import type { HttpResponse } from '../../ports/http-transport.ts';
import { headerLines } from '../transport/response.ts';

/** What a server that wants a ticket says about how to get one. */
export interface Challenge {
  /** Where the server's own ticket service is (MsRtcOAuth `href`), as written. */
  readonly ticketHref: string | null;
  /** What it takes, such as `password` or `urn:microsoft.rtc:windows`; lower case. */
  readonly grantTypes: readonly string[];
  /** Where the hosted service's authorization server is (Bearer `authorization_uri`). */
  readonly authorizationUri: string | null;
}

/**
 * The challenge of a response, whose header lines may stand alone or joined in one, with quoted or
 * bare values. Null when nothing in it tells where tickets come from.
 */
export function readChallenge(response: HttpResponse): Challenge | null {
  const text = headerLines(response, 'www-authenticate').join(', ');
  const own = parametersOf(text, /(?:^|[,\s])MsRtcOAuth\s+/i);
  const bearer = parametersOf(text, /(?:^|[,\s])Bearer\s+/i);
  const ticketHref = own.href ?? null;
  const authorizationUri = bearer.authorization_uri || null;
  if (ticketHref === null && authorizationUri === null) return null;
  const grantTypes = (ticketHref === null ? '' : (own.grant_type ?? ''))
    .split(',')
    .map((grant) => grant.trim().toLowerCase())
    .filter((grant) => grant !== '');
  return { ticketHref, grantTypes, authorizationUri };
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

/** The parameters after a scheme's name; none when it is not there. */
function parametersOf(text: string, scheme: RegExp): Readonly<Record<string, string>> {
  const start = scheme.exec(text);
  return start === null ? {} : readParameters(text.slice(start.index + start[0].length));
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
