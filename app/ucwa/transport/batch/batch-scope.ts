import { link } from '../../hypermedia/links.ts';
import type { Resource } from '../../hypermedia/resource.ts';

/** What may go into the batches of one application. */
export interface BatchScope {
  /** Its `batch` link. */
  readonly batchHref: string;
  /** Whether a GET of this URL may be a part: of the same application, and not its event channel. */
  includes(url: string): boolean;
}

/** The scope of an application; null when it offers no batches. */
function batchScope(application: Resource): BatchScope | null {
  const batchHref = link(application, 'batch')?.href;
  const own = addressOf(application.href);
  if (batchHref === undefined || own === null) return null;
  const excluded = [batchHref, link(application, 'events')?.href ?? null].map(addressOf);
  return {
    batchHref,
    includes: (url) => {
      const address = addressOf(url);
      if (address === null || excluded.includes(address)) return false;
      return address === own || address.startsWith(`${own}/`);
    },
  };
}

/** Origin and path, for comparison: the server writes one address in different cases. */
function addressOf(href: string | null): string | null {
  if (href === null) return null;
  try {
    const { origin, pathname } = new URL(href);
    return `${origin}${pathname}`.toLowerCase().replace(/\/$/, '');
  } catch {
    return null;
  }
}

/** What may be batched, as the newest application resource has it; worked out once for each. */
export function newestBatchScope(root: () => Resource): () => BatchScope | null {
  let known: Resource | null = null;
  let scope: BatchScope | null = null;
  return () => {
    const newest = root();
    if (newest !== known) scope = batchScope(newest);
    known = newest;
    return scope;
  };
}
