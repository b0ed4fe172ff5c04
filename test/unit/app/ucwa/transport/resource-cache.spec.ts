import { describe, expect, it } from 'vitest';
import { ucwaCodecs } from '../../../../../app/ucwa/codec/ucwa-codecs.ts';
import { ResourceCache } from '../../../../../app/ucwa/transport/resource-cache.ts';
import { defaultTransportLimits } from '../../../../../app/ucwa/transport/transport-limits.ts';

const resource = ucwaCodecs().for(null)?.decodeResource('{}', 'https://pool.example.test/');
const cached = (etag: string) => {
  if (resource === undefined) throw new Error('no decoder');
  return { etag, resource };
};
const cacheOf = (maxCachedResources: number, maxCachedCharacters: number) =>
  new ResourceCache({ ...defaultTransportLimits, maxCachedResources, maxCachedCharacters });

describe('the cache of representations', () => {
  it('keeps the newest of each address', () => {
    const cache = cacheOf(9, 99);
    cache.set('/a', cached('"1"'), 5);
    cache.set('/a', cached('"2"'), 5);
    expect(cache.get('/a')?.etag).toBe('"2"');
    expect(cache.get('/b')).toBeNull();
  });

  it('forgets what was not used for longest when there are too many', () => {
    const cache = cacheOf(2, 99);
    cache.set('/a', cached('"a"'), 1);
    cache.set('/b', cached('"b"'), 1);
    cache.get('/a');
    cache.set('/c', cached('"c"'), 1);
    expect(['/a', '/b', '/c'].map((url) => cache.get(url)?.etag)).toEqual([
      '"a"',
      undefined,
      '"c"',
    ]);
  });

  it('never holds more than its share of memory', () => {
    const cache = cacheOf(99, 10);
    for (const url of ['/a', '/b', '/c']) cache.set(url, cached(url), 4);
    expect(['/a', '/b', '/c'].map((url) => cache.get(url)?.etag)).toEqual([undefined, '/b', '/c']);
    cache.set('/b', cached('/b'), 1);
    cache.set('/d', cached('/d'), 5);
    expect(['/b', '/c', '/d'].map((url) => cache.get(url)?.etag)).toEqual(['/b', '/c', '/d']);
    cache.set('/huge', cached('/huge'), 11);
    expect(['/b', '/c', '/d', '/huge'].map((url) => cache.get(url))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
