import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import type { World } from '../model/world.ts';

const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Refuses what a browser page asks for through the frame unless its origin is on the list, as the
 * real server's CrossDomainAuthorizationList does: scheme, name and port have to be the same. Pages
 * of this machine are always served.
 * @returns undefined for a request that may go on
 */
export function refusedOrigin(world: World, exchange: Exchange): Reply | undefined {
  const origin = exchange.header('x-ms-origin');
  if (origin === undefined || loopback.test(origin)) return undefined;
  const allowed = world.options.allowedOrigins.some(
    (candidate) => candidate.toLowerCase() === origin.toLowerCase(),
  );
  if (allowed) return undefined;
  const reason = 'Service does not allow a cross domain request from this origin.';
  const reply = new UcwaError(403, undefined, reason).toReply();
  const diagnostics = `28000;source="${world.options.hostName}";reason="${reason}"`;
  return { ...reply, headers: { ...reply.headers, 'X-Ms-diagnostics': diagnostics } };
}
