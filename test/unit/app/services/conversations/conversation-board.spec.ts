import { expect, it } from 'vitest';
import { newConversation } from '../../../../../app/domain/conversation.ts';
import { ConversationBoard } from '../../../../../app/services/conversations/conversation-board.ts';
import {
  createConversationRecord,
  HrefMap,
} from '../../../../../app/services/conversations/conversation-record.ts';
import { RecordingLogger } from '../../../../support/recording-logger.ts';

const add = (board: ConversationBoard, id: string, state: 'Connected' | 'Ended' = 'Connected') => {
  const record = createConversationRecord(id);
  board.add(record, newConversation({ id, state, startedAtMs: 0 }));
  return record;
};

it('keeps a hundred conversations: those that ended go first, then the oldest', () => {
  const board = new ConversationBoard(new RecordingLogger());
  const gone: string[] = [];
  board.changes.subscribe(({ id, conversation }) => {
    if (conversation === null) gone.push(id);
  });
  add(board, 'old');
  add(board, 'ended', 'Ended');
  for (let number = 0; number < 100; number += 1) add(board, String(number));
  expect(gone).toEqual(['ended', 'old']);
  expect(board.all).toHaveLength(100);
});

it('tells several changes together as one, as they are in the end', () => {
  const board = new ConversationBoard(new RecordingLogger());
  const record = add(board, 'one');
  const subjects: (string | undefined)[] = [];
  board.changes.subscribe(({ conversation }) => subjects.push(conversation?.subject));
  board.together(() => {
    board.edit(record, (before) => ({ ...before, subject: 'a' }));
    board.together(() => board.edit(record, (before) => ({ ...before, subject: 'b' })));
  });
  expect(subjects).toEqual(['b']);
});

it('forgets what is edited after it was removed', () => {
  const board = new ConversationBoard(new RecordingLogger());
  const record = add(board, 'one');
  board.remove('one');
  board.edit(record, (before) => ({ ...before, subject: 'a' }));
  expect(board.all).toEqual([]);
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
