import type { Conversation } from '../../../../../app/domain/conversation.ts';
import { newConversation } from '../../../../../app/domain/conversation.ts';
import { newParticipant, type Participant } from '../../../../../app/domain/roster.ts';

export const sam = { uri: 'sip:sam@example.test', name: 'Sam Okafor' };
export const kim = { uri: 'sip:kim@example.test', name: 'Kim Lindqvist' };

/** A chat with Sam that is up, with what a test wants otherwise. */
export const makeConversation = (over: Partial<Conversation> = {}): Conversation =>
  newConversation({
    id: 'conversation-1',
    state: 'Connected',
    startedAtMs: 1_000,
    remote: sam,
    ...over,
  });

export const makeParticipant = (
  person: Participant['person'],
  over: Partial<Participant> = {},
): Participant => ({ ...newParticipant(person.uri, person), ...over });
