import type { PersonRef } from '../../domain/person.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { acceptWithAnswer } from '../../ucwa/requests/answer-invitation.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { personRef } from '../people/person-ref.ts';
import type { CallContext } from './call-context.ts';
import { beginLeg, type CallPlace, type CallRecord, updateInvitation } from './call-record.ts';
import { requireEncryption } from './encryption-policy.ts';
import { completeNames } from './invitation-names.ts';
import type { MeetingMove } from './meeting-move.ts';
import { offersOfAudioVideo } from './offers.ts';
import { readCallAgain } from './recovery.ts';
import { readOffer, toInvitation } from './to-domain.ts';

const nobody: PersonRef = { uri: '', name: '' };

/** Calls that go on with somebody else, in another conversation. The call stays the same for the user. */
export class CallTransfers {
  readonly #context: CallContext;
  readonly #move: MeetingMove;

  constructor(context: CallContext, move: MeetingMove) {
    this.#context = context;
    this.#move = move;
  }

  /** The call of the user's own that an invitation takes the place of. */
  replaced(invitation: Resource): CallRecord | null {
    const href = link(invitation, 'replacesAudioVideo')?.href;
    const record = this.#context.registry.byHref('audioVideoHref', href);
    return record === null || record.over || record.former !== null ? null : record;
  }

  /**
   * Whom the user talks with handed the call over, and this invitation is what comes of it: it is taken
   * without ringing, for the user is in that call already. They send what they sent before, no more.
   * @returns whether it is
   */
  follow(invitation: Resource, href: string): boolean {
    const { board, conversations, random, store } = this.#context;
    const record = this.replaced(invitation);
    const call = record === null ? null : board.get(record.id);
    if (record === null || call === null) return false;
    const read = readAudioVideoInvitation(invitation);
    const offer = readOffer(read);
    const isFollowed = call.transferring && call.phase === 'connected' && call.kind === 'direct';
    if (!isFollowed || offer === null || read.links.acceptWithAnswer === null) return false;
    const { conversationHref, audioVideoHref } = record;
    const place = { conversationHref, audioVideoHref, conversationId: call.conversationId };
    const names = { mediaId: random.uuid(), operationId: null, sessionContext: random.uuid() };
    beginLeg(record, names, false, place);
    record.audioVideo = null;
    updateInvitation(record, invitation, href);
    const told = toInvitation(read, call.modality, store.state.people);
    const remote = told.from ?? nobody;
    store.together(() => {
      const topic = { remote, subject: told.subject, importance: told.importance };
      const conversationId = conversations.forHref(record.conversationHref, topic);
      board.moveTo(record.id, conversationId, { remote, invitation: told });
    });
    void completeNames(this.#context, record);
    this.#take(record, offer).catch((error: unknown) => this.#move.failedBy(record, error));
    return true;
  }

  /** It came to nothing. What was told of the former leg meanwhile was nobody's, so it is asked for. */
  cameBack(record: CallRecord, { conversationId }: CallPlace): void {
    const { board, store } = this.#context;
    const { conversations } = store.state;
    const remote = conversations[conversationId]?.remote ?? board.get(record.id)?.remote;
    board.moveTo(record.id, conversationId, { invitation: null, ...(remote && { remote }) });
    void readCallAgain(this.#context, this.#move, record);
  }

  /** Somebody else than the one called took what was added to a conversation. */
  derived(record: CallRecord, invitation: Resource): void {
    const { board, conversations, store } = this.#context;
    const href = link(invitation, 'derivedConversation')?.href;
    const call = board.get(record.id);
    if (href === undefined || call === null || record.over || record.former !== null) return;
    const [accepted] = readAudioVideoInvitation(invitation).acceptedByParticipants;
    const remote =
      accepted === undefined
        ? call.remote
        : personRef(accepted.uri, accepted.name, store.state.people);
    const { subject, importance } = call;
    store.together(() => {
      const conversationId = conversations.forHref(href, { remote, subject, importance });
      if (conversationId === call.conversationId) return;
      board.moveTo(record.id, conversationId, { remote });
      void this.#readMedia(record);
    });
  }

  async #take(record: CallRecord, { sdp, contentId }: OfferToTake): Promise<void> {
    const { board, encryption, media, server } = this.#context;
    const { invitation, mediaId, sessionContext } = record;
    requireEncryption(await encryption.get(), sdp);
    const sending = board.get(record.id)?.sending;
    if (record.over || invitation === null || sending === undefined) return;
    const answer = await media.createAnswer(mediaId, sdp, sending.video ? 'audioVideo' : 'audio');
    if (record.over || record.mediaId !== mediaId) {
      await media.close(mediaId);
      return;
    }
    await media.setSending(mediaId, board.get(record.id)?.sending ?? sending);
    const { client } = server.require();
    const input = { sdp: answer, sessionContext, processedOfferId: contentId };
    await acceptWithAnswer(client, invitation, input);
    if (record.mediaId === mediaId) record.answered = true;
  }

  /** What was told of the media before it was known whose it is was nobody's. */
  async #readMedia(record: CallRecord): Promise<void> {
    const { board, logger, server } = this.#context;
    if (record.audioVideoHref === null) return;
    try {
      const audioVideo = await server.read(record.audioVideoHref);
      if (record.over) return;
      record.audioVideo = audioVideo;
      record.sessionHref =
        readAudioVideo(audioVideo).links.audioVideoSession?.href ?? record.sessionHref;
      board.setOffers(record.id, { ...offersOfAudioVideo(audioVideo) });
    } catch (error) {
      logger.info('The media of a call could not be read', { callId: record.id, error });
    }
  }
}

interface OfferToTake {
  readonly sdp: string;
  readonly contentId: string | null;
}
