import { createServerIdentity, type ServerIdentity } from './certificate.ts';
import { SandboxControl } from './control.ts';
import { Listener } from './http/listener.ts';
import { World } from './model/world.ts';
import { resolveOptions, type SandboxOptions, type TraceMark } from './options.ts';
import { SandboxServer } from './server.ts';
import type { SandboxUser } from './user.ts';

export { type GrantName, grantNames } from './auth/grants.ts';
export type { ApplicationView, InjectedEvent } from './control.ts';
export { SandboxControl } from './control.ts';
export { demoUsers } from './demo-users.ts';
export { faultList, faults } from './faults/catalogue.ts';
export type { FaultOptions } from './faults/fault.ts';
export type { RequestRecord } from './http/request-log.ts';
export type { SandboxOptions, TraceMark } from './options.ts';
export type { SandboxUser } from './user.ts';

/** A running UCWA server. */
export interface Sandbox {
  /** What an administrator would give out: the address of the root document. */
  readonly discoveryUrl: string;
  /** The same for the hosted service's dialect. */
  readonly hostedDiscoveryUrl: string;
  /** Scheme, name and port. */
  readonly origin: string;
  readonly users: readonly SandboxUser[];
  /** The authority that clients have to trust; only with `tls: 'self-signed'`. */
  readonly certificateAuthorityPem?: string;
  readonly control: SandboxControl;
  /** Ends every connection and frees the port. */
  stop(): Promise<void>;
}

/** The names a client may use for this server: its own, the two discovery names, and loopback. */
function serverNames(world: World): readonly string[] {
  const { hostName, host } = world.options;
  const discovery = [`lyncdiscover.${world.domain}`, `lyncdiscoverinternal.${world.domain}`];
  return [hostName, ...discovery, 'localhost', '127.0.0.1', ...(host === '0.0.0.0' ? [] : [host])];
}

async function identityOf(
  world: World,
): Promise<
  (Omit<ServerIdentity, 'certificateAuthorityPem'> & Partial<ServerIdentity>) | undefined
> {
  const { tls } = world.options;
  if (tls === false) return undefined;
  if (tls !== 'self-signed') return tls;
  return createServerIdentity(serverNames(world), world.nowMs());
}

/**
 * Starts the UCWA server.
 * @throws when the port is taken or the given key and certificate do not fit.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const writes: TraceMark[] = [];
  const given = resolveOptions(options);
  const onTrace = (mark: TraceMark) => {
    if (mark.name === 'event-written') writes.push(mark);
    given.onTrace(mark);
  };
  const world = new World({ ...given, onTrace });
  const identity = await identityOf(world);
  const server = new SandboxServer(world);
  const { host, port, hostName } = given;
  const listener = new Listener({
    host,
    port,
    hostName,
    tls: identity === undefined ? undefined : { key: identity.key, cert: identity.cert },
    nowMs: () => world.nowMs(),
    handle: (exchange) => server.handle(exchange),
  });
  await listener.open();
  const origin = `${identity === undefined ? 'http' : 'https'}://${hostName}:${listener.port}`;
  if (given.joinPages === 'own') world.joinPages = `${origin}/Meet`;
  const authority = identity?.certificateAuthorityPem;
  return {
    origin,
    hostedDiscoveryUrl: `${origin}/platformservice/discover`,
    discoveryUrl: `${origin}/Autodiscover/AutodiscoverService.svc/root?originalDomain=${world.domain}`,
    users: given.users,
    ...(authority === undefined ? {} : { certificateAuthorityPem: authority }),
    control: new SandboxControl(world, listener, server, writes),
    stop: async () => {
      world.forget(false);
      await world.conferences.close();
      await listener.close();
    },
  };
}
