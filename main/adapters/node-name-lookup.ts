import { lookup } from 'node:dns/promises';
import type { NameAnswer, NameLookup } from '../../app/ports/name-lookup.ts';
import type { HostRoutes } from './trust-options.ts';

/** The system's resolver. */
export class NodeNameLookup implements NameLookup {
  readonly #routes: HostRoutes;

  /** @param routes names that lead somewhere else than the system says */
  constructor(routes: HostRoutes = {}) {
    this.#routes = routes;
  }

  async lookUp(name: string): Promise<NameAnswer> {
    try {
      const found = await lookup(this.#routes[name]?.host ?? name, { all: true });
      return { type: 'found', addresses: found.map(({ address }) => address) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      return { type: code === 'ENOTFOUND' || code === 'ENODATA' ? 'unknown' : 'no-answer' };
    }
  }
}
