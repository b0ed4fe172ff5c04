import type { AuthorizationRequest } from '../auth/authorization-server.ts';
import { authorizationPath } from '../auth/authorize.ts';
import { type Reply, withJson } from '../http/reply.ts';
import { page, redirectTo, signInPage } from '../http/sign-in-page.ts';
import { findByUserName } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import type { ServerContext, ServerRoute } from './context.ts';

/** The OAuth authorization server of the hosted service (RFC 6749, 7636), much reduced. */

const loopbackRedirect = /^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?\//;
const s256Challenge = /^[\w-]{43}$/;

function readRequest({ exchange }: ServerContext): AuthorizationRequest | null {
  const { searchParams } = exchange.url;
  const request = {
    clientId: searchParams.get('client_id') ?? '',
    redirectUri: searchParams.get('redirect_uri') ?? '',
    resource: searchParams.get('resource') ?? '',
    codeChallenge: searchParams.get('code_challenge') ?? '',
  };
  const isGood =
    searchParams.get('response_type') === 'code' &&
    searchParams.get('code_challenge_method') === 'S256' &&
    s256Challenge.test(request.codeChallenge) &&
    loopbackRedirect.test(request.redirectUri) &&
    request.clientId !== '' &&
    request.resource !== '';
  return isGood ? request : null;
}

const badRequest = (): Reply => ({
  ...page('Bad request', '<p>The program that sent you here asked for something impossible.</p>'),
  status: 400,
});

function showForm({ exchange }: ServerContext, error?: string): Reply {
  return signInPage({
    title: 'Parley Demo: hosted sign-in',
    action: `${exchange.url.pathname}${exchange.url.search}`,
    userName: exchange.url.searchParams.get('login_hint') ?? '',
    ...(error === undefined ? {} : { error }),
    canCancel: true,
  });
}

function show(context: ServerContext): Reply {
  return readRequest(context) === null ? badRequest() : showForm(context);
}

function decide(context: ServerContext): Reply {
  const { world, exchange } = context;
  const request = readRequest(context);
  if (request === null) return badRequest();
  const form = new URLSearchParams(exchange.text());
  const back = new URL(request.redirectUri);
  back.searchParams.set('state', exchange.url.searchParams.get('state') ?? '');
  if (form.get('decision') === 'cancel') {
    back.searchParams.set('error', 'access_denied');
    return redirectTo(back.href);
  }
  const account = findByUserName(world, form.get('username') ?? '');
  if (account === undefined || account.user.password !== form.get('password')) {
    return showForm(context, 'Incorrect user account or password.');
  }
  back.searchParams.set('code', world.authorization.code(account, request));
  return redirectTo(back.href);
}

function token(context: ServerContext): Reply {
  const { world } = context;
  const form = new URLSearchParams(context.exchange.text());
  const field = (name: string): string => form.get(name) ?? '';
  const clientId = field('client_id');
  const resource = field('resource');
  switch (field('grant_type')) {
    case 'authorization_code': {
      const [redirectUri, verifier] = [field('redirect_uri'), field('code_verifier')];
      const given = { clientId, redirectUri, resource, verifier };
      const account = world.authorization.redeemCode(field('code'), given);
      return tokens(context, account, clientId, resource);
    }
    case 'refresh_token': {
      const account = world.authorization.redeemRefreshToken(field('refresh_token'), clientId);
      return tokens(context, account, clientId, resource);
    }
    default:
      return withJson(400, { error: 'unsupported_grant_type' });
  }
}

/** A token for the resource alone; numbers are texts, as in the hosted service's first version. */
function tokens(
  { world }: ServerContext,
  account: Account | undefined,
  clientId: string,
  resource: string,
): Reply {
  if (account === undefined) return withJson(400, { error: 'invalid_grant' });
  if (resource === '') return withJson(400, { error: 'invalid_request' });
  const lifetimeSeconds = world.options.tokenLifetimeSeconds;
  return withJson(200, {
    token_type: 'Bearer',
    expires_in: String(lifetimeSeconds),
    resource,
    access_token: world.tickets.issue(account, resource, lifetimeSeconds),
    refresh_token: world.authorization.refreshToken(account, clientId),
  });
}

export const authorizationRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: authorizationPath, handler: show },
  { method: 'POST', path: authorizationPath, handler: decide },
  { method: 'POST', path: '/common/oauth2/token', handler: token },
];
