import { authorize, challenge } from '../auth/authorize.ts';
import { ok, type Reply } from '../http/reply.ts';
import { xframePage } from '../xframe/page.ts';
import type { ServerContext, ServerRoute } from './context.ts';

const service = '/Autodiscover/AutodiscoverService.svc/root';

function originalDomain({ world, exchange }: ServerContext): string {
  const asked = exchange.query('originalDomain') ?? exchange.query('sipuri')?.split('@')[1];
  if (asked !== undefined && asked !== '') return asked;
  const host = exchange.url.hostname;
  const match = /^lyncdiscover(?:internal)?\.(.+)$/i.exec(host);
  return match?.[1] ?? world.domain;
}

function xframeLink({ exchange }: ServerContext): { href: string } {
  return { href: `${exchange.origin}/Autodiscover/XFrame/XFrame.html` };
}

/** The root document: where to go on, or where the user's own servers are. */
function root(context: ServerContext): Reply {
  const { origin } = context.exchange;
  const query = `?originalDomain=${encodeURIComponent(originalDomain(context))}`;
  const { redirectTo } = context.world;
  return ok({
    _links: {
      self: { href: `${origin}${service}${query}` },
      ...(redirectTo === undefined
        ? { user: { href: `${origin}${service}/oauth/user${query}` } }
        : { redirect: { href: redirectTo } }),
      xframe: xframeLink(context),
    },
  });
}

function user(context: ServerContext): Reply {
  const { world, exchange } = context;
  if (authorize(world, exchange) === undefined) return challenge(world, exchange);
  const query = `?originalDomain=${encodeURIComponent(originalDomain(context))}`;
  return ok({
    _links: {
      self: { href: `${exchange.origin}${service}/oauth/user${query}` },
      applications: { href: `${exchange.origin}/ucwa/oauth/v1/applications`, revision: '2' },
      xframe: xframeLink(context),
    },
  });
}

/** The frame that browser pages talk through. */
function xframe(): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: xframePage,
  };
}

export const discoveryRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: '/', handler: root },
  { method: 'GET', path: service, handler: root },
  { method: 'GET', path: `${service}/oauth/user`, handler: user },
  { method: 'GET', path: '/xframe', handler: xframe },
  { method: 'GET', path: '/Autodiscover/XFrame/XFrame.html', handler: xframe },
];
