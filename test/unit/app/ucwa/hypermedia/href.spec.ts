import { describe, expect, it } from 'vitest';
import {
  absoluteHref,
  hrefKey,
  sameHref,
  withQuery,
} from '../../../../../app/ucwa/hypermedia/href.ts';

describe('withQuery', () => {
  it.each([
    ['/events?ack=1&key=a%7Eb%3D', { timeout: '180' }, '/events?ack=1&key=a%7Eb%3D&timeout=180'],
    ['/events', { timeout: '180' }, '/events?timeout=180'],
    ['/events?', { a: '1' }, '/events?a=1'],
    ['/events?a=1#top', { b: '2' }, '/events?a=1&b=2#top'],
    ['/events?ack=1', { ack: '7' }, '/events?ack=1'],
    ['/accept', { sessionContext: 'a b&c' }, '/accept?sessionContext=a%20b%26c'],
    ['/accept', {}, '/accept'],
  ])('adds to %s the query %j', (href, query, expected) => {
    expect(withQuery(href, query)).toBe(expected);
  });
});

it('takes hrefs that differ in case for the same resource', () => {
  expect(sameHref('https://a.test/People/SAM@x', 'https://a.test/people/sam@x')).toBe(true);
  expect(sameHref('https://a.test/people/sam', 'https://a.test/people/kim')).toBe(false);
  expect(hrefKey('https://a.test/People/SAM')).toBe(hrefKey('https://a.test/people/sam'));
});

it('gives null for what is no URL', () => {
  expect(absoluteHref('/x', 'no base')).toBeNull();
  expect(absoluteHref('/x', 'https://a.test/y/z')).toBe('https://a.test/x');
});
