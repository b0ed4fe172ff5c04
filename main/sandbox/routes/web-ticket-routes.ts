import { type GrantName, grantNames, grantTypes } from '../auth/grants.ts';
import { type Reply, withJson } from '../http/reply.ts';
import { findMeeting } from '../meetings/meeting.ts';
import { createGuest } from '../model/account.ts';
import { findByUserName } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import type { ServerContext, ServerRoute } from './context.ts';
import { passivePage, ticketCookieOf } from './passive-routes.ts';

type GrantError = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';
type TicketGrant = Exclude<GrantName, 'oauth'>;

const diagnostics: Readonly<Record<GrantError, string>> = {
  invalid_request: '28020;reason="No valid security token.";faultcode="wsse:InvalidSecurityToken"',
  invalid_grant: '28020;reason="No valid security token.";faultcode="wsse:FailedAuthentication"',
  unsupported_grant_type:
    '28029;reason="The authentication type is not allowed.";faultcode="wsse:FailedAuthentication"',
};

function refuse(error: GrantError, more: Readonly<Record<string, string>> = {}): Reply {
  return withJson(400, { error, ...more }, { 'X-Ms-diagnostics': diagnostics[error] });
}

function ticketFor({ world, exchange }: ServerContext, account: Account): Reply {
  const { tokenLifetimeSeconds, guestTokenLifetimeSeconds } = world.options;
  const lifetimeSeconds = account.anonymous ? guestTokenLifetimeSeconds : tokenLifetimeSeconds;
  return withJson(200, {
    access_token: world.tickets.issue(account, exchange.origin, lifetimeSeconds),
    expires_in: lifetimeSeconds,
    ms_rtc_identityscope: 'local',
    token_type: 'Bearer',
  });
}

function passwordGrant(context: ServerContext, form: URLSearchParams): Reply {
  const userName = form.get('username') ?? '';
  const password = form.get('password') ?? '';
  if (userName === '' || password === '') return refuse('invalid_request');
  const account = findByUserName(context.world, userName);
  if (account === undefined || account.user.password !== password) return refuse('invalid_grant');
  return ticketFor(context, account);
}

/** The web server asks who it is before the ticket service is reached, as IIS does. */
async function windowsGrant(context: ServerContext): Promise<Reply> {
  const { world, exchange } = context;
  const names = { domain: world.domain, host: exchange.url.hostname };
  const step = await world.ntlm.step(
    exchange.connection,
    exchange.header('authorization'),
    names,
    (userName) => findByUserName(world, userName)?.user.password,
  );
  const account = step.type === 'accepted' ? findByUserName(world, step.userName) : undefined;
  if (account !== undefined) return ticketFor(context, account);
  const schemes = step.type === 'challenge' ? [step.header] : ['Negotiate', 'NTLM'];
  return {
    status: 401,
    headers: { 'WWW-Authenticate': schemes, 'Content-Type': 'text/html' },
    body: '<!DOCTYPE html><html><head><title>401</title></head><body>You are not authorized.</body></html>',
  };
}

/** The cookie of the company's page is good for a ticket; without it the page is named. */
function passiveGrant(context: ServerContext): Reply {
  const account = context.world.passive.accountOf(ticketCookieOf(context));
  if (account !== undefined) return ticketFor(context, account);
  return refuse('invalid_grant', { ms_rtc_passiveauthuri: passivePage(context) });
}

/** A guest of a meeting; whoever renews stays the same guest. */
function anonymousGrant(context: ServerContext, form: URLSearchParams): Reply {
  const { world } = context;
  const uri = form.get('ms_rtc_conferenceuri') ?? '';
  const password = form.get('password') ?? '';
  if (uri === '' || password === '') return refuse('invalid_request');
  const meeting = findMeeting(world, uri);
  if (meeting?.id !== password.toUpperCase()) return refuse('invalid_grant');
  const renewed = form.get('ms_rtc_renew');
  if (renewed === null)
    return ticketFor(
      context,
      createGuest(world.domain, () => world.nowMs(), meeting.id),
    );
  const guest = world.tickets.accountOf(renewed);
  return guest?.anonymous === true ? ticketFor(context, guest) : refuse('invalid_grant');
}

const handlers: Readonly<
  Record<TicketGrant, (context: ServerContext, form: URLSearchParams) => Reply | Promise<Reply>>
> = {
  password: passwordGrant,
  windows: windowsGrant,
  passive: passiveGrant,
  anonymous: anonymousGrant,
};

/** Trades a proof of who the user is for a web ticket. */
function ticket(context: ServerContext): Reply | Promise<Reply> {
  const form = new URLSearchParams(context.exchange.text());
  const asked = form.get('grant_type');
  if (asked === null || asked === '') return refuse('invalid_request');
  const { grants } = context.world;
  for (const name of grantNames) {
    if (name !== 'oauth' && grants.includes(name) && grantTypes[name] === asked) {
      return handlers[name](context, form);
    }
  }
  return refuse('unsupported_grant_type');
}

export const webTicketRoutes: readonly ServerRoute[] = [
  { method: 'POST', path: '/WebTicket/oauthtoken', handler: ticket },
];
