import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { ticketGrantTypes } from './grants.ts';

/** Where the authorization server is, for those who are sent there. */
export const authorizationPath = '/common/oauth2/authorize';

/** The web ticket of a request, '' when it bears none. */
export function ticketOf(exchange: Exchange): string {
  const header = exchange.header('authorization') ?? '';
  return /^bearer\s+(.+)$/i.exec(header)?.[1]?.trim() ?? '';
}

/** Whose request it is; undefined without a ticket that is good at this host. */
export function authorize(world: World, exchange: Exchange): Account | undefined {
  return world.tickets.accountOf(ticketOf(exchange), exchange.origin);
}

/** The 401 that names where and how to get a ticket, in two separate challenge headers. */
export function challenge(world: World, exchange: Exchange): Reply {
  const types = ticketGrantTypes(world.grants);
  const ticketService = `${exchange.origin}/WebTicket/oauthtoken`;
  const authority = world.grants.includes('oauth')
    ? `, authorization_uri="${exchange.origin}${authorizationPath}"`
    : '';
  return {
    status: 401,
    headers: {
      'Content-Type': 'text/html',
      'WWW-Authenticate': [
        `Bearer trusted_issuers="", client_id="00000004-0000-0ff1-ce00-000000000000"${authority}`,
        ...(types.length === 0
          ? []
          : [`MsRtcOAuth href="${ticketService}",grant_type="${types.join(',')}"`]),
      ],
    },
    body: '<!DOCTYPE html><html><head><title>401 - Unauthorized</title></head><body><h1>401 - Unauthorized: Access is denied due to invalid credentials.</h1></body></html>',
  };
}
