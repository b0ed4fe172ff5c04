import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../../../app/domain/chat-message.ts';
import {
  groupMessages,
  isWebAddress,
  textPieces,
} from '../../../../../renderer/features/conversations/chat/message-groups.ts';
import { kim, sam } from './make-conversation.ts';

const minuteMs = 60_000;
const morningMs = new Date(2030, 0, 2, 9).getTime();

const message = (id: string, from: ChatMessage['from'], sentAtMs: number): ChatMessage => ({
  id,
  direction: from === null ? 'Outgoing' : 'Incoming',
  from,
  content: { text: id, html: null },
  delivery: from === null ? 'delivered' : 'received',
  failedFor: [],
  sentAtMs,
});

/** The ids, by day and group. */
const shape = (messages: readonly ChatMessage[]) =>
  groupMessages(messages).map(({ groups }) =>
    groups.map((group) => group.messages.map(({ id }) => id)),
  );

describe('groupMessages', () => {
  it('puts together what one sender says within minutes', () => {
    expect(
      shape([
        message('a', sam, morningMs),
        message('b', { ...sam, uri: 'SIP:Sam@example.test' }, morningMs + minuteMs),
        message('c', kim, morningMs + 2 * minuteMs),
        message('d', null, morningMs + 3 * minuteMs),
        message('e', null, morningMs + 4 * minuteMs),
        message('f', null, morningMs + 10 * minuteMs),
      ]),
    ).toEqual([[['a', 'b'], ['c'], ['d', 'e'], ['f']]]);
  });

  it('begins anew at midnight, whoever writes', () => {
    const midnightMs = new Date(2030, 0, 3).getTime();
    const days = groupMessages([
      message('a', sam, midnightMs - minuteMs),
      message('b', sam, midnightMs + minuteMs),
    ]);
    expect(days.map(({ startMs }) => startMs)).toEqual([
      new Date(2030, 0, 2).getTime(),
      midnightMs,
    ]);
  });

  it('keeps the order of the conversation when clocks disagree', () => {
    const dayBeforeMs = morningMs - 24 * 60 * minuteMs;
    expect(shape([message('a', sam, morningMs), message('b', kim, dayBeforeMs)])).toEqual([
      [['a'], ['b']],
    ]);
  });
});

describe('addresses in plain text', () => {
  it('are found without the punctuation around them', () => {
    expect(textPieces('See https://example.test/a?b=c, (http://x.test).')).toEqual([
      { type: 'words', text: 'See ' },
      { type: 'link', text: 'https://example.test/a?b=c' },
      { type: 'words', text: ', (' },
      { type: 'link', text: 'http://x.test' },
      { type: 'words', text: ').' },
    ]);
  });

  it('leave everything else as words', () => {
    for (const text of ['', 'no address', 'javascript:alert(1)', 'file:///etc/passwd', 'http://']) {
      expect(textPieces(text).map((piece) => piece.text)).toEqual(text === '' ? [] : [text]);
      expect(textPieces(text).some(({ type }) => type === 'link')).toBe(false);
    }
  });

  it('are opened as pages of the web only', () => {
    expect(isWebAddress('https://example.test/')).toBe(true);
    for (const address of ['mailto:a@b.test', 'sip:a@b.test', 'javascript:1', 'file:///x', '']) {
      expect(isWebAddress(address)).toBe(false);
    }
  });
});
