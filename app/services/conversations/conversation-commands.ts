import { readDialTarget } from '../../domain/dialing.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { CommandName } from '../../ipc/commands.ts';
import type { CommandError } from '../../ipc/contract.ts';
import type { CallModality } from '../../ports/media-engine.ts';
import { checkSubject } from '../check-subject.ts';
import { dialFailure, toCommandError } from '../command-failure.ts';
import { type CommandHandler, effect } from '../command-handler.ts';
import type { StateStore } from '../state-store.ts';
import type { UserConversations } from './user-conversations.ts';

type ConversationCommandName = Extract<CommandName, `conversations.${string}`>;

export type ConversationCommandHandlers = {
  readonly [N in ConversationCommandName]: CommandHandler<N>;
};

/** Brings sound (and picture) into a conversation as soon as the user is in it. */
export type BringSound = (conversationId: string, modality: CallModality) => void;

/** What the user types or picks to name people becomes whom they mean; the rest is passed on. */
export function createConversationCommands(
  store: StateStore,
  conversations: UserConversations,
  bringSound: BringSound,
): ConversationCommandHandlers {
  const target = (typed: string): PersonRef => {
    const { people, settings } = store.state;
    const read = readDialTarget(typed, { people: Object.values(people), region: settings.region });
    if (!read.ok) throw dialFailure(read.error, typed);
    return read.value;
  };
  return {
    'conversations.startChat': async ({ to, message, ...more }) => {
      checkSubject(more.subject);
      const first = message === undefined ? {} : { message: plain(message) };
      return { conversationId: conversations.startChat({ ...more, ...first, to: target(to) }) };
    },
    'conversations.startMeeting': async ({ join, ...input }) => {
      checkSubject(input.subject);
      const conversationId = conversations.startMeeting(input);
      if (join !== undefined) bringSound(conversationId, join);
      return { conversationId };
    },
    'conversations.join': async ({ join, ...input }) => {
      const conversationId = conversations.joinMeeting(input);
      if (join !== undefined) bringSound(conversationId, join);
      return { conversationId };
    },
    'conversations.accept': effect(async ({ conversationId, join }) => {
      const isTaken = await conversations.accept(conversationId);
      if (isTaken && join !== undefined) bringSound(conversationId, join);
    }),
    'conversations.decline': effect((to) => conversations.decline(to.conversationId)),
    'conversations.leave': effect((from) => conversations.leave(from.conversationId)),
    'conversations.retry': effect((it) => conversations.retry(it.conversationId)),
    'conversations.dismiss': effect((it) => conversations.dismiss(it.conversationId)),
    'conversations.view': effect((it) => conversations.view(it.conversationId)),
    'conversations.markRead': effect((it) => conversations.markRead(it.conversationId)),
    'conversations.setTyping': effect((it) => conversations.setTyping(it.conversationId)),
    'conversations.send': async ({ conversationId, text }) => ({
      messageId: conversations.send(conversationId, plain(text)),
    }),
    'conversations.resend': effect(({ conversationId, messageId }) =>
      conversations.resend(conversationId, messageId),
    ),
    'conversations.addParticipants': async ({ conversationId, to }) => {
      const asked = to.map((typed) => {
        return ask(typed, (person) => conversations.addParticipant(conversationId, person), target);
      });
      const refused = (await Promise.all(asked)).filter((each) => each !== null);
      return { refused };
    },
    'conversations.end': effect((it) => conversations.end(it.conversationId)),
    'conversations.admit': effect(({ conversationId, participantId }) =>
      decideOnLobby(conversations, conversationId, participantId, 'admit'),
    ),
    'conversations.reject': effect(({ conversationId, participantId }) =>
      decideOnLobby(conversations, conversationId, participantId, 'reject'),
    ),
    'conversations.muteParticipant': effect(({ conversationId, participantId, muted }) =>
      conversations.moderate(conversationId, null, (leader, record) =>
        leader.setMuted(record, participantId, muted),
      ),
    ),
    'conversations.muteVideo': effect(({ conversationId, participantId, muted }) =>
      conversations.moderate(conversationId, null, (leader, record) =>
        leader.setVideoMuted(record, participantId, muted),
      ),
    ),
    'conversations.muteAll': effect(({ conversationId }) =>
      conversations.moderate(conversationId, 'muteAll', (leader, record) => leader.muteAll(record)),
    ),
    'conversations.setAudienceMute': effect(({ conversationId, enabled }) =>
      conversations.moderate(conversationId, 'setAudienceMute', (leader, record) =>
        leader.setAudienceMute(record, enabled),
      ),
    ),
    'conversations.setAudienceMessaging': effect(({ conversationId, enabled }) =>
      conversations.moderate(conversationId, 'setAudienceMessaging', (leader, record) =>
        leader.setAudienceMessaging(record, enabled),
      ),
    ),
    'conversations.setRole': effect(({ conversationId, participantId, role }) =>
      conversations.moderate(conversationId, null, (leader, record) =>
        leader.act(record, participantId, role === 'Leader' ? 'promote' : 'demote'),
      ),
    ),
    'conversations.eject': effect(({ conversationId, participantId }) =>
      conversations.moderate(conversationId, null, (leader, record) =>
        leader.act(record, participantId, 'eject'),
      ),
    ),
  };
}

/** Asks one of several in: what keeps one of them away keeps away nobody else. */
async function ask(
  typed: string,
  add: (person: PersonRef) => Promise<void>,
  target: (typed: string) => PersonRef,
): Promise<{ readonly typed: string; readonly error: CommandError } | null> {
  try {
    await add(target(typed));
    return null;
  } catch (error) {
    return { typed, error: toCommandError(error) };
  }
}

/** @param participantId null: everybody who waits */
function decideOnLobby(
  conversations: UserConversations,
  conversationId: string,
  participantId: string | null,
  decision: 'admit' | 'reject',
): Promise<void> {
  return conversations.moderate(conversationId, null, (leader, record) => {
    if (participantId !== null) return leader.act(record, participantId, decision);
    const lobby = conversations.get(conversationId)?.lobby ?? [];
    return leader.actOnAll(record, lobby, decision);
  });
}

const plain = (text: string) => ({ format: 'Plain', text }) as const;
