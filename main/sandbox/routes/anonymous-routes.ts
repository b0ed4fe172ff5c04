import { channelOf, createApplication } from '../applications/lifecycle.ts';
import { anonymousTokenSeconds } from '../auth/anonymous-tokens.ts';
import { authorize, challenge, ticketOf } from '../auth/authorize.ts';
import { anonApplicationTokensHref } from '../hosted/hosted-resources.ts';
import { Input } from '../http/input.ts';
import { created, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import { createGuest } from '../model/account.ts';
import { hexId } from '../model/ids.ts';
import { ucwaDate } from '../model/json.ts';
import type { World } from '../model/world.ts';
import { applicationResource } from '../resources/application-resource.ts';
import type {
  ApplicationContext,
  ApplicationRoute,
  ServerContext,
  ServerRoute,
} from './context.ts';

/** How people without an account come in, let in by an application of the hosted service. */

const anonApplicationsPath = '/ucwa/psanon/v1/applications';

/** The pages that may use a token; all of them have to be secure. */
function readOrigins(input: Input): readonly string[] {
  const text = input.string('allowedOrigins', { required: true }) ?? '';
  const origins = text.split(';').filter((origin) => origin !== '');
  if (origins.some((origin) => !/^https:\/\/[^\s/]+\/?$/i.test(origin)))
    input.reject('allowedOrigins');
  return origins.map((origin) => origin.replace(/\/$/, '').toLowerCase());
}

/** A token for one visitor, and where they begin with it. */
function createToken({ world, application, exchange }: ApplicationContext): Reply {
  if (application.dialect !== 'hosted') throw notFound();
  const input = new Input(exchange);
  input.string('applicationSessionId', { required: true });
  const allowedOrigins = readOrigins(input);
  const meetingUrl = input.string('meetingUrl');
  const meeting = [...world.meetings.values()].find(
    ({ joinUrl }) => joinUrl.toLowerCase() === meetingUrl?.toLowerCase(),
  );
  if (meetingUrl !== undefined && meeting === undefined) input.reject('meetingUrl');
  input.check();
  const { origin } = exchange;
  const guest = createGuest(world.domain, () => world.nowMs(), meeting?.id);
  const token = world.anonymous.issue(guest, { allowedOrigins, meeting }, origin);
  const context = encodeURIComponent(encodeURIComponent(token));
  return ok({
    rel: 'anonApplicationToken',
    token,
    expiryTime: ucwaDate(world.nowMs() + anonymousTokenSeconds * 1000),
    _links: {
      self: { href: anonApplicationTokensHref(application) },
      discover: { href: `${origin}/platformservice/discover?anonymousContext=${context}` },
    },
  });
}

/** What the discovery of somebody who holds a token leads to; undefined when it is no such request. */
export function discoverAnonymously({ world, exchange }: ServerContext): Reply | undefined {
  const context = exchange.query('anonymousContext');
  if (context === undefined) return undefined;
  const session = world.anonymous.sessionOf(decodeURIComponent(context));
  if (session === undefined) throw new UcwaError(403, undefined, 'The context is not known.');
  return ok({
    rel: 'ms:rtc:saas:discover',
    conferenceId: session.meeting?.uri,
    _links: {
      self: { href: `${exchange.url.pathname}${exchange.url.search}` },
      anonApplications: { href: anonApplicationsPath },
    },
  });
}

/** Whether the page that asks is one of those that its token was given for; other programs name none. */
function mayUse(world: World, token: string, origin: string | undefined): boolean {
  const session = world.anonymous.sessionOf(token);
  if (session === undefined) return false;
  return origin === undefined || session.allowedOrigins.includes(origin.toLowerCase());
}

/** Registers a visitor, who says what to be called. From here on all is UCWA. */
function create({ world, exchange }: ServerContext): Reply {
  const account = authorize(world, exchange);
  if (account === undefined) return challenge(world, exchange);
  if (!mayUse(world, ticketOf(exchange), exchange.header('origin')))
    throw new UcwaError(403, undefined, 'The token is not for this.');
  const input = new Input(exchange);
  const limits = { required: true, maxLength: 100 };
  const culture = input.string('culture', limits) ?? '';
  const userAgent = input.string('userAgent', limits) ?? '';
  const name = input.string('anonymousDisplayName', { maxLength: 250 });
  input.check();
  if (name !== undefined) account.user = { ...account.user, name };
  const request = { endpointId: hexId(), culture, userAgent, type: 'Browser' };
  const application = createApplication(world, account, request, { family: 'psanon' });
  channelOf(world, application, '');
  return created(application.base, applicationResource(application, '', world.nowMs()));
}

export const anonymousServiceRoutes: readonly ServerRoute[] = [
  { method: 'POST', path: anonApplicationsPath, handler: create },
];

export const anonymousRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: 'anonApplicationTokens', handler: createToken },
];
