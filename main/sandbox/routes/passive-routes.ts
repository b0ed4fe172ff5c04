import type { Reply } from '../http/reply.ts';
import { escapeHtml, page, redirectTo, signInPage } from '../http/sign-in-page.ts';
import { findByUserName } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import type { ServerContext, ServerRoute } from './context.ts';

const returnPath = '/PassiveAuth/PassiveAuth.aspx';
const federationPath = '/adfs/ls/';
const ticketCookie = 'RPSAuth';
const pageCookie = 'MSISAuth';

/** Where the ticket service sends whoever has no cookie. */
export const passivePage = ({ exchange }: ServerContext): string =>
  `${exchange.origin}${returnPath}`;

/** The cookie that is good for a ticket, '' without one. */
export const ticketCookieOf = (context: ServerContext): string => cookieOf(context, ticketCookie);

function cookieOf({ exchange }: ServerContext, name: string): string {
  const pairs = (exchange.header('cookie') ?? '').split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}

function setCookie({ exchange }: ServerContext, name: string, value: string, path: string): string {
  const secure = exchange.origin.startsWith('https') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; HttpOnly${secure}`;
}

/** To the company's own page (WS-Federation's passive profile). */
function leave(context: ServerContext): Reply {
  const realm = encodeURIComponent(passivePage(context));
  return redirectTo(`${context.exchange.origin}${federationPath}?wa=wsignin1.0&wtrealm=${realm}`);
}

function showForm({ exchange }: ServerContext, error: string | undefined, userName: string): Reply {
  return signInPage({
    title: 'Parley Demo: company sign-in',
    action: `${exchange.url.pathname}${exchange.url.search}`,
    userName,
    ...(error === undefined ? {} : { error }),
    canCancel: false,
  });
}

/** The form, but for somebody whom the page knows from before. */
function show(context: ServerContext): Reply {
  const known = context.world.passive.rememberedAt(cookieOf(context, pageCookie));
  return known === undefined ? showForm(context, undefined, '') : sendBack(context, known);
}

function checkPassword(context: ServerContext): Reply {
  const { world, exchange } = context;
  const form = new URLSearchParams(exchange.text());
  const userName = form.get('username') ?? '';
  const account = findByUserName(world, userName);
  if (account === undefined || account.user.password !== form.get('password')) {
    return showForm(context, 'Incorrect user account or password.', userName);
  }
  return sendBack(context, account);
}

/** The page sends the browser back with a proof, by a form that submits itself. */
function sendBack(context: ServerContext, account: Account): Reply {
  const { passive } = context.world;
  const proof = escapeHtml(passive.prove(account));
  return page(
    'Working…',
    `<form method="post" action="${escapeHtml(passivePage(context))}"><input type="hidden" name="wresult" value="${proof}"><noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script>`,
    { 'Set-Cookie': setCookie(context, pageCookie, passive.remember(account), federationPath) },
  );
}

function comeBack(context: ServerContext): Reply {
  const { world, exchange } = context;
  const proof = new URLSearchParams(exchange.text()).get('wresult') ?? '';
  const cookie = world.passive.redeem(proof);
  if (cookie === undefined) return leave(context);
  return page('Signed in', '<p>You are signed in.</p>', {
    'Set-Cookie': setCookie(context, ticketCookie, cookie, '/'),
  });
}

/** What a company sets up for sign-in by its own page: AD FS, much reduced. */
export const passiveRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: returnPath, handler: leave },
  { method: 'POST', path: returnPath, handler: comeBack },
  { method: 'GET', path: federationPath, handler: show },
  { method: 'POST', path: federationPath, handler: checkPassword },
];
