import type { HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import { type Element, elementsOf, localName, ownText, parseXml } from '../codec/xml/parse-xml.ts';
import { malformed } from '../malformed.ts';
import { fromForeignResponse, fromTransportError } from '../transport/errors.ts';
import { header } from '../transport/response.ts';
import { hostOf, requireAddress, secureUrl } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { isAtHome } from './home-domain.ts';

/** What the page of a meeting tells communicators instead of showing itself. */
export const meetingMediaType = 'application/vnd.microsoft.lync.meeting+xml';

/** Somebody waits for it, and there may be another way. */
const timeoutMs = 5_000;
const maxBodyBytes = 256 * 1024;
const maxSteps = 4;

/** What a join URL leads to. */
export interface JoinTarget {
  /** `sip:organizer@domain;gruu;opaque=app:conf:focus:id:ID`, as the page has it. */
  readonly onlineMeetingUri: string;
  /** The `applications` resource of the meeting's own server, where the page names one. */
  readonly applicationsUrl: string | null;
}

/**
 * Asks a join URL which meeting it is (`conf-info`, as Skype for Business Server's web application
 * asks it). No ticket goes along; redirects are followed within the domain of whoever is asked.
 * @throws UcwaError also when there is a page, but none that tells
 */
export async function askJoinUrl(
  transport: HttpTransport,
  joinUrl: string,
  signal?: AbortSignal,
): Promise<JoinTarget> {
  let url = requireAddress(joinUrl);
  for (let step = 0; step < maxSteps; step += 1) {
    const response = await get(transport, url.href, signal);
    if (response.status === 200) return readConferenceInfo(response.body, url);
    const location = header(response, 'location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    const target = isRedirect ? secureUrl(location, url.href) : null;
    if (target === null || !isAtHome(target, url.href)) throw refused(response, url);
    if (target.protocol !== url.protocol) throw refused(response, url);
    url = target;
  }
  throw malformed('redirects without end', hostOf(joinUrl));
}

async function get(
  transport: HttpTransport,
  url: string,
  signal: AbortSignal | undefined,
): Promise<HttpResponse> {
  const headers = { Accept: meetingMediaType };
  try {
    return await transport.send({ method: 'GET', url, headers, timeoutMs, maxBodyBytes }, signal);
  } catch (error) {
    throw fromTransportError(error, url);
  }
}

function refused(response: HttpResponse, url: URL): UcwaError {
  if (response.status < 400) return fromForeignResponse(response, url.href);
  return new UcwaError('proxy', `HTTP ${response.status}`, {
    advice: response.status >= 500 ? 'retry' : 'give-up',
    status: response.status,
    host: url.host,
  });
}

function readConferenceInfo(body: string, url: URL): JoinTarget {
  const root = parseXml(body);
  const onlineMeetingUri = localName(root.name) === 'conf-info' ? textOf(root, 'conf-uri') : null;
  if (onlineMeetingUri === null) throw malformed('no conf-uri', 'conf-info');
  const named = textOf(root, 'ucwa-ext-url') ?? textOf(root, 'ucwa-url');
  const applications = named === null ? null : secureUrl(named);
  const isOwn = applications !== null && isAtHome(applications, url.href);
  return { onlineMeetingUri, applicationsUrl: isOwn ? applications.href : null };
}

function textOf(root: Element, name: string): string | null {
  const found = elementsOf(root).find((element) => localName(element.name) === name);
  const text = found === undefined ? '' : ownText(found).trim();
  return text === '' ? null : text;
}
