/**
 * An ETag as `If-Match` and `If-None-Match` want it: in quotes, which some servers leave out.
 * @returns null when there is none, or one that no header can carry
 */
export function entityTag(etag: string | null): string | null {
  if (etag === null || !/^[\x20-\x7e]+$/.test(etag)) return null;
  return /^(?:W\/)?".*"$/.test(etag) ? etag : `"${etag}"`;
}
