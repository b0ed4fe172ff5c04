import { type GrantName, usualGrants } from './auth/grants.ts';
import { demoDistributionGroups, demoUsers } from './demo-users.ts';
import type { DistributionGroup, SandboxUser } from './user.ts';

/** One moment worth measuring. `atMs` is `performance.timeOrigin + performance.now()`. */
export interface TraceMark {
  readonly name: string;
  readonly atMs: number;
  readonly [key: string]: unknown;
}

/** The event channel's times, in seconds, for clients that do not name their own. */
export interface EventChannelTimes {
  /** Default 15. */
  readonly lowSeconds: number;
  /** Default 5. */
  readonly mediumSeconds: number;
  /** Default 180. */
  readonly timeoutSeconds: number;
  /** Smallest value accepted for low and medium; smaller ones are raised to it. Default 5. */
  readonly minimumSeconds: number;
  /** Largest value for low and medium; larger ones are lowered to it. Default 1800. */
  readonly maximumSeconds: number;
}

/** What the server refuses to go beyond. */
export interface Limits {
  /** Groups a user may have. Default 64. */
  readonly groups: number;
  /** Contacts on a user's list. Default 250. */
  readonly contacts: number;
  /** Presence subscriptions of one application. Default 100. */
  readonly presenceSubscriptions: number;
  /** Members up to which a distribution group can be expanded. Default 100. */
  readonly expandedContacts: number;
  /** Meetings that a user may have scheduled. Default 100. */
  readonly meetings: number;
  /** People in a meeting. Default 250. */
  readonly participants: number;
}

export interface SandboxOptions {
  readonly users?: readonly SandboxUser[];
  /** Groups of the directory. Default: the demo's with its users, none with others. */
  readonly distributionGroups?: readonly DistributionGroup[];
  readonly limits?: Partial<Limits>;
  /** 0 (default) takes a free port. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /** Name in URLs and in the certificate. Default: `host`. */
  readonly hostName?: string;
  /** `false` (default) is plain HTTP; `self-signed` makes a private certificate authority at start. */
  readonly tls?: false | 'self-signed' | { readonly key: string; readonly cert: string };
  /** How long a call rings. Default 30 000. */
  readonly invitationTimeoutMs?: number;
  /** How long somebody may wait in a lobby. Default 15 minutes. */
  readonly lobbyTimeoutMs?: number;
  /** Telephones answer by themselves after so long. By default they ring until `control` answers them. */
  readonly telephonesAnswerAfterMs?: number;
  /** The ways of signing in. Default: Windows, guests of meetings, password. */
  readonly grants?: readonly GrantName[];
  /** Default 28 289, as captured from a real server. */
  readonly tokenLifetimeSeconds?: number;
  /** Of guests of meetings. Default 3 543, as captured from a real server. */
  readonly guestTokenLifetimeSeconds?: number;
  /** An application without a pending event request for this long is ended. Default 15 minutes. */
  readonly applicationTimeoutMs?: number;
  /** How long after the last activity a user counts as inactive, unless the client says. Default 5 minutes. */
  readonly inactiveTimeoutMs?: number;
  /** How long after becoming inactive a user counts as away. Default 5 minutes. */
  readonly awayTimeoutMs?: number;
  /** Origins of browser pages that are served through the frame, besides those of this machine. */
  readonly allowedOrigins?: readonly string[];
  /** A message that nobody has fetched for this long is lost. Default 30 000. */
  readonly messageTimeoutMs?: number;
  /** How much longer answers take while the fault `slow` is on. Default 3 000. */
  readonly slowAnswerMs?: number;
  /** The server's clock minus the true time. Shows in Date headers and in dates of resources. */
  readonly clockOffsetMs?: number;
  readonly eventChannel?: Partial<EventChannelTimes>;
  /**
   * Where join URLs lead: to `https://meet.DOMAIN`, as they do by default, or to this server, which
   * answers them at `/Meet` whatever they are.
   */
  readonly joinPages?: 'domain' | 'own';
  /** `linksOnly` leaves media resources out of events, so that a client has to GET them. Default `full`. */
  readonly embedding?: 'full' | 'linksOnly';
  /** Whoever is asked into a meeting waits in its lobby all the same. Default false. */
  readonly askedWaitInLobby?: boolean;
  readonly onTrace?: (mark: TraceMark) => void;
}

/** The options with every default filled in. */
export interface ResolvedOptions {
  readonly users: readonly SandboxUser[];
  readonly distributionGroups: readonly DistributionGroup[];
  readonly limits: Limits;
  readonly port: number;
  readonly host: string;
  readonly hostName: string;
  readonly tls: false | 'self-signed' | { readonly key: string; readonly cert: string };
  readonly invitationTimeoutMs: number;
  readonly lobbyTimeoutMs: number;
  readonly telephonesAnswerAfterMs: number | undefined;
  readonly grants: readonly GrantName[];
  readonly tokenLifetimeSeconds: number;
  readonly guestTokenLifetimeSeconds: number;
  readonly applicationTimeoutMs: number;
  readonly inactiveTimeoutMs: number;
  readonly awayTimeoutMs: number;
  readonly allowedOrigins: readonly string[];
  readonly messageTimeoutMs: number;
  readonly slowAnswerMs: number;
  readonly clockOffsetMs: number;
  readonly eventChannel: EventChannelTimes;
  readonly joinPages: 'domain' | 'own';
  readonly embedding: 'full' | 'linksOnly';
  readonly askedWaitInLobby: boolean;
  readonly onTrace: (mark: TraceMark) => void;
}

const defaultTimes: EventChannelTimes = {
  lowSeconds: 15,
  mediumSeconds: 5,
  timeoutSeconds: 180,
  minimumSeconds: 5,
  maximumSeconds: 1800,
};

const defaultLimits: Limits = {
  groups: 64,
  contacts: 250,
  presenceSubscriptions: 100,
  expandedContacts: 100,
  meetings: 100,
  participants: 250,
};

export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const host = options.host ?? '127.0.0.1';
  return {
    users: options.users ?? demoUsers,
    distributionGroups:
      options.distributionGroups ?? (options.users === undefined ? demoDistributionGroups : []),
    limits: { ...defaultLimits, ...options.limits },
    port: options.port ?? 0,
    host,
    hostName: options.hostName ?? host,
    tls: options.tls ?? false,
    invitationTimeoutMs: options.invitationTimeoutMs ?? 30_000,
    lobbyTimeoutMs: options.lobbyTimeoutMs ?? 15 * 60_000,
    telephonesAnswerAfterMs: options.telephonesAnswerAfterMs,
    grants: options.grants ?? usualGrants,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 28_289,
    guestTokenLifetimeSeconds: options.guestTokenLifetimeSeconds ?? 3_543,
    applicationTimeoutMs: options.applicationTimeoutMs ?? 15 * 60_000,
    inactiveTimeoutMs: options.inactiveTimeoutMs ?? 5 * 60_000,
    awayTimeoutMs: options.awayTimeoutMs ?? 5 * 60_000,
    allowedOrigins: options.allowedOrigins ?? [],
    messageTimeoutMs: options.messageTimeoutMs ?? 30_000,
    slowAnswerMs: options.slowAnswerMs ?? 3_000,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    eventChannel: { ...defaultTimes, ...options.eventChannel },
    joinPages: options.joinPages ?? 'domain',
    embedding: options.embedding ?? 'full',
    askedWaitInLobby: options.askedWaitInLobby ?? false,
    onTrace: options.onTrace ?? (() => undefined),
  };
}
