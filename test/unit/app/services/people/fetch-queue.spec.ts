import { describe, expect, it } from 'vitest';
import { FetchQueue } from '../../../../../app/services/people/fetch-queue.ts';

function setUp() {
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const queue = new FetchQueue((href) => {
    begun.push(href);
    return new Promise((resolve) => finish.set(href, resolve));
  }, 6);
  const end = async (href: string) => {
    finish.get(href)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, end };
}

const hrefs = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);

describe('FetchQueue', () => {
  it('fetches a few at a time and the next when one is done', async () => {
    const { queue, begun, end } = setUp();
    for (const href of hrefs(8)) queue.add(href);
    expect(begun).toEqual(hrefs(6));
    await end('/3');
    expect(begun).toEqual(hrefs(7));
  });

  it('fetches what waits once, and again what changed while it was fetched', async () => {
    const { queue, begun, end } = setUp();
    for (const href of [...hrefs(7), '/6', '/0']) queue.add(href);
    for (const href of hrefs(6)) await end(href);
    expect(begun).toEqual([...hrefs(7), '/0']);
  });

  it('forgets what it did not begin', async () => {
    const { queue, begun, end } = setUp();
    for (const href of hrefs(8)) queue.add(href);
    queue.clear();
    await end('/0');
    expect(begun).toEqual(hrefs(6));
  });
});
