import { circumstancesOf } from '../../domain/alert-circumstances.ts';
import type { AlertKind } from '../../domain/alert-matrix.ts';
import { decideAlert } from '../../domain/alerting.ts';
import type { Importance } from '../../domain/importance.ts';
import type { Attention } from '../../ports/attention.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import { ServerLink } from '../calls/server-link.ts';
import type { StateStore } from '../state-store.ts';
import { ConversationBoard } from './conversation-board.ts';
import type { ConversationContext } from './conversation-context.ts';
import { ConversationEndings } from './conversation-endings.ts';
import { ConversationEvents } from './conversation-events.ts';
import { ConversationQueue } from './conversation-queue.ts';
import { ConversationReader } from './conversation-reader.ts';
import { IncomingMessages } from './incoming-messages.ts';
import { InvitationAnswers } from './invitation-answers.ts';
import { Invitations } from './invitations.ts';
import { InvitedPeople } from './invited-people.ts';
import { LostConversations } from './lost-conversations.ts';
import { MeetingReader } from './meeting-reader.ts';
import { Moderation } from './moderation.ts';
import { OutgoingMessages } from './outgoing-messages.ts';
import { OwnParticipant } from './own-participant.ts';
import { ParticipantMediaReader } from './participant-media.ts';
import { Participants } from './participants.ts';
import { StartedConversations } from './started-conversations.ts';

export interface ConversationServiceDependencies {
  readonly ucwa: { readonly clock: Clock; readonly random: Random; readonly logger: Logger };
  readonly store: StateStore;
  readonly attention: Attention;
}

/** What conversations are made of. */
export interface ConversationParts {
  readonly context: ConversationContext;
  readonly queue: ConversationQueue;
  readonly events: ConversationEvents;
  readonly reader: ConversationReader;
  readonly endings: ConversationEndings;
  readonly lost: LostConversations;
  readonly answers: InvitationAnswers;
  readonly started: StartedConversations;
  readonly outgoing: OutgoingMessages;
  readonly invited: InvitedPeople;
  readonly moderation: Moderation;
}

/** Puts the parts together. */
export function createConversationParts(
  dependencies: ConversationServiceDependencies,
): ConversationParts {
  const { ucwa, store, attention } = dependencies;
  const { clock, random } = ucwa;
  const logger = ucwa.logger.scoped('conversations');
  const board = new ConversationBoard(store);
  const server = new ServerLink(clock, random, logger);
  const people = () => store.state.people;
  const alertFor = (kind: AlertKind, importance: Importance) => {
    const now = { kind, importance, focused: attention.isFocused(), nowMs: clock.nowMs() };
    return decideAlert(circumstancesOf(store.state, now));
  };
  const context = { board, server, clock, random, logger, people, alertFor };
  const isLookedAt = (id: string) =>
    store.state.viewedConversationId === id && attention.isFocused();

  const queue = new ConversationQueue(logger);
  const endings = new ConversationEndings(context);
  const incoming = new IncomingMessages(context, isLookedAt);
  const outgoing = new OutgoingMessages(context);
  const invitations = new Invitations(context, incoming);
  const answers = new InvitationAnswers(context);
  const invited = new InvitedPeople(context);
  const media = new ParticipantMediaReader(context);
  const own = new OwnParticipant(context, media);
  const participants = new Participants(context, own, media);
  const meeting = new MeetingReader(context);
  const reader = new ConversationReader(context, { outgoing, own, meeting });
  const events = new ConversationEvents(context, {
    ...{ reader, endings, invitations, incoming, outgoing },
    ...{ participants, own, media, meeting, invited },
  });
  const started = new StartedConversations(context, {
    invitations,
    invitationKnown: (href) => void queue.add(() => events.invitationKnown(href)),
  });
  const lost = new LostConversations(
    context,
    { reader, endings, invitations, outgoing, own, participants },
    (task) => queue.add(task),
  );
  const moderation = new Moderation(context);
  return {
    ...{ context, queue, events, reader, endings, lost },
    ...{ answers, started, outgoing, invited, moderation },
  };
}
