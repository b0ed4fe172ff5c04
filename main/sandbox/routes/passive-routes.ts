import type { Reply } from '../http/reply.ts';
import { escapeHtml, page, redirectTo, signInPage } from '../http/sign-in-page.ts';
import { findByUserName } from '../model/find-account.ts';
import type { ServerContext, ServerRoute } from './context.ts';

const returnPath = '/PassiveAuth/PassiveAuth.aspx';
const federationPath = '/adfs/ls/';
const cookieName = 'RPSAuth';

/** Where the ticket service sends whoever has no cookie. */
export const passivePage = ({ exchange }: ServerContext): string =>
  `${exchange.origin}${returnPath}`;

/** The cookie of a request, '' without one. */
export function cookieOf({ exchange }: ServerContext): string {
  const pairs = (exchange.header('cookie') ?? '').split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1) ?? '';
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

/** The page sends the browser back with a proof, by a form that submits itself. */
function checkPassword(context: ServerContext): Reply {
  const { world, exchange } = context;
  const form = new URLSearchParams(exchange.text());
  const userName = form.get('username') ?? '';
  const account = findByUserName(world, userName);
  if (account === undefined || account.user.password !== form.get('password')) {
    return showForm(context, 'Incorrect user account or password.', userName);
  }
  const proof = escapeHtml(world.passive.prove(account));
  return page(
    'Working…',
    `<form method="post" action="${escapeHtml(passivePage(context))}"><input type="hidden" name="wresult" value="${proof}"><noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script>`,
  );
}

function comeBack(context: ServerContext): Reply {
  const { world, exchange } = context;
  const proof = new URLSearchParams(exchange.text()).get('wresult') ?? '';
  const cookie = world.passive.redeem(proof);
  if (cookie === undefined) return leave(context);
  const secure = exchange.origin.startsWith('https') ? '; Secure' : '';
  return page('Signed in', '<p>You are signed in.</p>', {
    'Set-Cookie': `${cookieName}=${cookie}; Path=/; HttpOnly${secure}`,
  });
}

/** What a company sets up for sign-in by its own page: AD FS, much reduced. */
export const passiveRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: returnPath, handler: leave },
  { method: 'POST', path: returnPath, handler: comeBack },
  { method: 'GET', path: federationPath, handler: (context) => showForm(context, undefined, '') },
  { method: 'POST', path: federationPath, handler: checkPassword },
];
