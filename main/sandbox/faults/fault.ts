import type { Exchange } from '../http/exchange.ts';
import type { Answer } from '../http/reply.ts';
import type { Application } from '../model/entities.ts';
import type { World } from '../model/world.ts';

/** A request as faults see it. */
export interface FaultyRequest {
  readonly world: World;
  readonly exchange: Exchange;
  /** Within an application, from its address on: `/me/note`. Elsewhere the whole path. */
  readonly path: string;
  readonly application: Application | undefined;
}

/** Which requests a fault is about. */
export interface RequestPattern {
  /** Default: any. */
  readonly method?: string;
  readonly path: RegExp;
  /** Requests within applications only (default), those outside, or both. */
  readonly scope?: 'application' | 'server' | 'any';
}

/** One way for the server to err. Everything but name and description is optional. */
export interface Fault {
  /** As given to `--fault`. */
  readonly name: string;
  /** One line for `--fault list`. */
  readonly description: string;
  /** What it strikes; nothing for a fault that is about no single request. */
  readonly on?: RequestPattern | readonly RequestPattern[];
  /** The fault strikes every so many fitting requests. Default 1: each of them. */
  readonly every?: number;
  /** Takes the place of the server's own answer; undefined lets the request through. */
  readonly before?: (request: FaultyRequest) => Answer | undefined | Promise<Answer | undefined>;
  /** Changes the answer on its way out. */
  readonly after?: (request: FaultyRequest, answer: Answer) => Answer | Promise<Answer>;
  /** For what is no single request. Returns what undoes it. */
  readonly start?: (world: World) => () => void;
}

export interface FaultOptions {
  /** Overrides how often the fault strikes. */
  readonly every?: number;
  /** After so many strikes it is over. */
  readonly times?: number;
  /** Strikes these requests instead of those that it usually does. */
  readonly on?: RequestPattern;
}

function fitsOne(pattern: RequestPattern, request: FaultyRequest): boolean {
  const scope = pattern.scope ?? 'application';
  const isInside = request.application !== undefined;
  if (scope !== 'any' && (scope === 'application') !== isInside) return false;
  if (pattern.method !== undefined && pattern.method !== request.exchange.method) return false;
  return pattern.path.test(request.path);
}

export function fits(on: Fault['on'], request: FaultyRequest): boolean {
  const patterns = on === undefined ? [] : [on].flat();
  return patterns.some((pattern) => fitsOne(pattern, request));
}
