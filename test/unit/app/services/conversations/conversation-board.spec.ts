import { expect, it } from 'vitest';
import { addMessage, maxMessages } from '../../../../../app/domain/chat-message.ts';
import { newConversation } from '../../../../../app/domain/conversation.ts';
import type { StatePatch } from '../../../../../app/ipc/contract.ts';
import { ConversationBoard } from '../../../../../app/services/conversations/conversation-board.ts';
import {
  createConversationRecord,
  HrefMap,
} from '../../../../../app/services/conversations/conversation-record.ts';
import { testStore } from '../../../../support/test-store.ts';
import { buildCall } from '../../domain/builders/build-call.ts';

const boardOn = (store = testStore()) => {
  const patches: StatePatch[] = [];
  store.patches.subscribe((patch) => patches.push(patch));
  return { board: new ConversationBoard(store), store, patches };
};

const add = (board: ConversationBoard, id: string, state: 'Connected' | 'Ended' = 'Connected') => {
  const record = createConversationRecord(id);
  board.add(record, newConversation({ id, state, startedAtMs: 0 }));
  return record;
};

const message = (id: string) => ({
  id,
  direction: 'Incoming' as const,
  from: null,
  content: { text: `Text of ${id}`, html: null },
  delivery: 'received' as const,
  failedFor: [],
  sentAtMs: 0,
});

it('keeps a hundred conversations: those that ended go first, then the oldest without a call', () => {
  const { board, store } = boardOn();
  add(board, 'calling');
  store.update((draft) => {
    Object.assign(draft.calls, { call: buildCall({ conversationId: 'calling' }) });
  });
  add(board, 'old');
  add(board, 'ended', 'Ended');
  for (let number = 0; number < 98; number += 1) add(board, `n${number}`);
  expect(board.get('ended')).toBeNull();
  add(board, 'one more');
  expect(board.get('old')).toBeNull();
  expect(board.get('calling')).not.toBeNull();
  expect(Object.keys(store.state.conversations)).toHaveLength(100);
});

it('writes a message that came as one operation, and nothing when nothing changed', () => {
  const { board, patches } = boardOn();
  const record = add(board, 'one');
  for (const id of ['a', 'b']) {
    board.edit(record, (before) => ({
      ...before,
      messages: addMessage(before.messages, message(id)),
    }));
  }
  const path = ['conversations', 'one', 'messages', 1];
  expect(patches[patches.length - 1]?.operations).toEqual([
    { op: 'add', path, value: message('b') },
  ]);
  const told = patches.length;
  board.edit(record, (before) => ({ ...before, messages: [...before.messages] }));
  expect(patches).toHaveLength(told);
});

it('sends all messages anew only once in a hundred when there are too many', () => {
  const { board, store, patches } = boardOn();
  const record = add(board, 'one');
  const post = (id: string) =>
    board.edit(record, (before) => ({
      ...before,
      messages: addMessage(before.messages, message(id)),
    }));
  for (let number = 0; number < maxMessages + 100; number += 1) post(`m${number}`);
  const whole = patches.filter(({ operations }) =>
    operations.some(({ path }) => path.join('/') === 'conversations/one/messages'),
  );
  expect(whole).toHaveLength(1);
  expect(store.state.conversations.one?.messages[0]?.id).toBe('m101');
});

it('tells several changes together as one, as they are in the end', () => {
  const { board, store, patches } = boardOn();
  const record = add(board, 'one');
  const told = patches.length;
  board.together(() => {
    board.edit(record, (before) => ({ ...before, subject: 'a' }));
    board.together(() => board.edit(record, (before) => ({ ...before, subject: 'b' })));
  });
  expect(patches).toHaveLength(told + 1);
  expect(store.state.conversations.one?.subject).toBe('b');
});

it('forgets what is edited after it was removed', () => {
  const { board, store } = boardOn();
  const record = add(board, 'one');
  board.remove('one');
  board.edit(record, (before) => ({ ...before, subject: 'a' }));
  expect(store.state.conversations).toEqual({});
});

it('finds addresses in whatever case, gives them as they were written, and forgets the oldest', () => {
  const map = new HrefMap<number>();
  map.set('https://server.test/Conv/1', 0);
  expect(map.get('HTTPS://server.test/conv/1')).toBe(0);
  expect(map.entries).toEqual([['https://server.test/Conv/1', 0]]);
  for (let number = 1; number <= 1000; number += 1) map.set(String(number), number);
  expect(map.get('https://server.test/Conv/1')).toBeNull();
  expect(map.get('1000')).toBe(1000);
});
