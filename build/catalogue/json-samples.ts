import { z } from 'zod';
import type { ObservationLog } from './observations.ts';

const object = z.record(z.string(), z.unknown());
const links = z.record(z.string(), z.object({ href: z.string() }));
const notProperties = ['rel', 'etag', '_links', '_embedded'];

/** Notes what a JSON document shows, of the resource itself and of everything inside it. */
export function observeJson(value: unknown, resource: string | null, log: ObservationLog): void {
  if (Array.isArray(value)) {
    for (const item of value) observeJson(item, resource, log);
    return;
  }
  const members = object.safeParse(value).data;
  if (members === undefined) return;
  const rel = typeof members.rel === 'string' ? members.rel : null;
  // A web link has a rel as well, but is no resource.
  const name = 'href' in members ? null : (resource ?? rel);
  if (name !== null) observeMembers(members, name, log);
  for (const [member, inner] of Object.entries(members)) {
    if (member !== '_embedded') observeJson(inner, null, log);
  }
  for (const [member, inner] of Object.entries(object.safeParse(members._embedded).data ?? {})) {
    observeJson(inner, member, log);
  }
}

function observeMembers(
  members: Readonly<Record<string, unknown>>,
  name: string,
  log: ObservationLog,
): void {
  for (const [property, value] of Object.entries(members)) {
    if (notProperties.includes(property)) continue;
    const list = Array.isArray(value);
    for (const item of list ? value : [value]) {
      const type = typeOf(item);
      if (type === null) continue;
      log.add(name, property, { type, list, text: typeof item === 'string' ? item : null });
    }
  }
  for (const [rel, { href }] of Object.entries(links.safeParse(members._links).data ?? {})) {
    if (/^data:/i.test(href)) log.add(name, rel, { type: 'external', list: false, text: null });
  }
}

function typeOf(value: unknown): 'boolean' | 'number' | 'date' | 'string' | null {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value !== 'string') return null;
  return /^\/Date\(-?\d+/.test(value) ? 'date' : 'string';
}
