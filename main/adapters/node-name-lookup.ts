import { lookup } from 'node:dns/promises';
import type { NameAnswer, NameLookup } from '../../app/ports/name-lookup.ts';

/** The system's resolver. */
export const nodeNameLookup: NameLookup = {
  async lookUp(host): Promise<NameAnswer> {
    try {
      const found = await lookup(host, { all: true });
      return { type: 'found', addresses: found.map(({ address }) => address) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      return { type: code === 'ENOTFOUND' || code === 'ENODATA' ? 'unknown' : 'no-answer' };
    }
  },
};
