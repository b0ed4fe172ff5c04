export type Params = Readonly<Record<string, string>>;

/** A row of a routing table: method, path with `:name` for one segment, and who handles it. */
export interface Route<Handler> {
  readonly method: string;
  readonly path: string;
  readonly handler: Handler;
}

export type Match<Handler> =
  | { readonly kind: 'found'; readonly handler: Handler; readonly params: Params }
  | { readonly kind: 'wrongMethod' | 'unknown' };

interface Compiled<Handler> {
  readonly route: Route<Handler>;
  readonly segments: readonly string[];
}

function split(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function bind(pattern: readonly string[], actual: readonly string[]): Params | undefined {
  if (pattern.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = decode(actual[index] ?? '');
    if (expected.startsWith(':')) params[expected.slice(1)] = segment;
    else if (expected.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

/** Finds the row for a request; fixed segments do not mind case, and the first fitting row wins. */
export class Router<Handler> {
  readonly #rows: readonly Compiled<Handler>[];

  constructor(routes: readonly Route<Handler>[]) {
    this.#rows = routes.map((route) => ({ route, segments: split(route.path) }));
  }

  match(method: string, path: string): Match<Handler> {
    const actual = split(path);
    let pathKnown = false;
    for (const { route, segments } of this.#rows) {
      const params = bind(segments, actual);
      if (params === undefined) continue;
      if (route.method === method || (method === 'HEAD' && route.method === 'GET')) {
        return { kind: 'found', handler: route.handler, params };
      }
      pathKnown = true;
    }
    return { kind: pathKnown ? 'wrongMethod' : 'unknown' };
  }
}
