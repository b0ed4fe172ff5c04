import { describe, expect, it } from 'vitest';
import { isLoopbackHost, schemeAndHost } from '../../../../app/util/web-address.ts';

describe('isLoopbackHost', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '[::1]'])('knows %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each(['localhost.example', '128.0.0.1', '127.0.0.1.example', '[::2]', ''])(
    'takes %j for another computer',
    (host) => {
      expect(isLoopbackHost(host)).toBe(false);
    },
  );
});

describe('schemeAndHost', () => {
  it.each([
    ['https://user:secret@shop.example:8443/way?token=1#part', 'https://shop.example:8443'],
    ['parley://app/index.html?call=1', 'parley://app'],
    ['data:text/html,<b>secret</b>', 'data://'],
    ['javascript:alert(1)', 'javascript://'],
    ['not an address', 'no address'],
  ])('leaves of %s only %s', (address, shown) => {
    expect(schemeAndHost(address)).toBe(shown);
  });
});
