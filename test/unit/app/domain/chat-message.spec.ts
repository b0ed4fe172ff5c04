import { describe, expect, it } from 'vitest';
import {
  addMessage,
  type ChatMessage,
  type Delivery,
  deliveryMoves,
  maxCharacters,
  maxMessages,
  moveDelivery,
} from '../../../../app/domain/chat-message.ts';

const message = (id: string, changes: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  direction: 'Outgoing',
  from: null,
  content: { text: id, html: null },
  delivery: 'sending',
  failedFor: [],
  sentAtMs: 0,
  ...changes,
});

const ids = (messages: readonly ChatMessage[]) => messages.map(({ id }) => id);

describe('the messages of a conversation', () => {
  it('are so many at most, the newest; a hundred of the oldest go at once', () => {
    let messages: readonly ChatMessage[] = [];
    for (let number = 0; number <= maxMessages; number += 1) {
      messages = addMessage(messages, message(String(number)));
    }
    expect([messages.length, messages[0]?.id]).toEqual([maxMessages - 100, '101']);
  });

  it('are so long at most, but the newest is kept whatever its length', () => {
    const long = { text: 'x'.repeat(maxCharacters), html: null };
    const two = addMessage([message('a')], message('b', { content: long }));
    expect(ids(two)).toEqual(['b']);
    const html = { text: null, html: { untrustedHtml: 'x'.repeat(maxCharacters + 1) } };
    expect(ids(addMessage(two, message('c', { content: html })))).toEqual(['c']);
    expect(ids(addMessage([message('a')], message('d')))).toEqual(['a', 'd']);
  });
});

describe('the delivery of a message', () => {
  const deliveries: readonly Delivery[] = ['received', 'sending', 'delivered', 'undelivered'];
  const legal = [
    'sending delivered',
    'sending undelivered',
    'undelivered sending',
    'undelivered delivered',
  ];

  it.each(deliveries.flatMap((from) => deliveries.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const isLegal = legal.includes(`${from} ${to}`);
      expect(deliveryMoves[from].includes(to)).toBe(isLegal);
      const [moved] = moveDelivery([message('a', { delivery: from })], 'a', to);
      expect(moved?.delivery).toBe(isLegal ? to : from);
    },
  );

  it('names who did not get it, and no others when it is sent again', () => {
    const sam = { uri: 'sip:sam@parley.test', name: 'Sam' };
    const failed = moveDelivery([message('a'), message('b')], 'a', 'undelivered', [sam]);
    expect(failed.map(({ failedFor }) => failedFor)).toEqual([[sam], []]);
    expect(moveDelivery(failed, 'a', 'sending')[0]?.failedFor).toEqual([]);
  });
});
