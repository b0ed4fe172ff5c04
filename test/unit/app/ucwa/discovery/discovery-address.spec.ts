import { expect, it } from 'vitest';
import {
  discoveryHosts,
  domainOf,
  givenDiscoveryUrl,
} from '../../../../../app/ucwa/discovery/discovery-address.ts';

it.each([
  ['alex@example.test', 'example.test'],
  [' sip:alex@Example.TEST ', 'example.test'],
  ["o'brien+x@sub.example.test", 'sub.example.test'],
  ['alex@bücher.example', 'bücher.example'],
])('finds the domain of %j', (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});

it.each([
  '',
  'alex',
  'alex@',
  '@example.test',
  'alex@exa mple.test',
  'alex@example.test/evil',
  'alex@evil.test#example.test',
  'alex@example.test:443',
  'alex@.example.test',
  'alex@user@example.test',
])('refuses the address %j', (address) => {
  expect(() => domainOf(address)).toThrow(expect.objectContaining({ problem: 'invalid-address' }));
});

it('asks inside first', () => {
  expect(discoveryHosts('example.test')).toEqual([
    'lyncdiscoverinternal.example.test',
    'lyncdiscover.example.test',
  ]);
});

it.each([
  [
    'https://web.example.test/root?originalDomain=x',
    'https://web.example.test/root?originalDomain=x',
  ],
  [' web.example.test ', 'https://web.example.test/'],
  ['http://127.0.0.1:8080/root', 'http://127.0.0.1:8080/root'],
  ['http://localhost/', 'http://localhost/'],
  ['http://[::1]:80/', 'http://[::1]/'],
])('takes the discovery URL %j', (text, url) => {
  expect(givenDiscoveryUrl(text)).toBe(url);
});

it.each([
  '',
  'http://web.example.test/',
  'http://127.0.0.1.example.test/',
  'ftp://web.example.test/',
  'file:///etc/passwd',
  'https://alex:secret@web.example.test/',
  'https://',
])('refuses the discovery URL %j', (text) => {
  expect(() => givenDiscoveryUrl(text)).toThrow(
    expect.objectContaining({ problem: 'invalid-discovery-url' }),
  );
});

it.each([
  'https://alex:secret@web.example.test/',
  'http://alex:secret@web.example.test/',
  'https://:secret@web.example.test/',
  'alex:secret@web.example.test',
])('does not repeat the password in %j', (text) => {
  expect(() => givenDiscoveryUrl(text)).toThrow(
    expect.objectContaining({ problem: 'invalid-discovery-url', detail: null }),
  );
});

it('takes a discovery URL whose query has an @', () => {
  const url = 'https://web.example.test/root?sipuri=alex@example.test';
  expect(givenDiscoveryUrl(url)).toBe(url);
});
