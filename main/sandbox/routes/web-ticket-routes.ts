import { type Reply, withJson } from '../http/reply.ts';
import { findByUserName } from '../model/find-account.ts';
import type { ServerContext, ServerRoute } from './context.ts';

type GrantError = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';

const diagnostics: Readonly<Record<GrantError, string>> = {
  invalid_request: '28020;reason="No valid security token.";faultcode="wsse:InvalidSecurityToken"',
  invalid_grant: '28020;reason="No valid security token.";faultcode="wsse:FailedAuthentication"',
  unsupported_grant_type:
    '28029;reason="The authentication type is not allowed.";faultcode="wsse:FailedAuthentication"',
};

function refuse(error: GrantError): Reply {
  return withJson(400, { error }, { 'X-Ms-diagnostics': diagnostics[error] });
}

function passwordGrant({ world }: ServerContext, form: URLSearchParams): Reply {
  const userName = form.get('username') ?? '';
  const password = form.get('password') ?? '';
  if (userName === '' || password === '') return refuse('invalid_request');
  const account = findByUserName(world, userName);
  if (account === undefined || account.user.password !== password) return refuse('invalid_grant');
  return withJson(200, {
    access_token: world.tickets.issue(account),
    expires_in: world.tickets.lifetimeSeconds,
    ms_rtc_identityscope: 'local',
    token_type: 'Bearer',
  });
}

/** Trades a password for a web ticket. Other grants are refused as a server without them does. */
function ticket(context: ServerContext): Reply {
  const form = new URLSearchParams(context.exchange.text());
  const grant = form.get('grant_type');
  if (grant === null || grant === '') return refuse('invalid_request');
  if (!context.world.grants.includes(grant)) return refuse('unsupported_grant_type');
  if (grant === 'password') return passwordGrant(context, form);
  if (grant === 'urn:microsoft.rtc:windows') {
    return {
      status: 401,
      headers: { 'WWW-Authenticate': ['Negotiate', 'NTLM'], 'Content-Type': 'text/html' },
    };
  }
  return refuse('invalid_grant');
}

export const webTicketRoutes: readonly ServerRoute[] = [
  { method: 'POST', path: '/WebTicket/oauthtoken', handler: ticket },
];
