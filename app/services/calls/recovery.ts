import { noOffers } from '../../domain/call-actions.ts';
import type { CallOutcome } from '../../domain/call-outcome.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { readPhoneAudio } from '../../ucwa/resources/phone-audio.ts';
import { personOfLink } from '../people/person-ref.ts';
import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';
import type { MeetingCalls } from './meeting-calls.ts';
import type { MeetingMove } from './meeting-move.ts';
import { changedOffers, offersOfAudioVideo } from './offers.ts';
import { phoneAudioTold } from './phone-audio-told.ts';
import { isGone } from './server-link.ts';

const lost: CallOutcome = { kind: 'failed', reason: 'server', detail: 'ApplicationNotFound' };

/**
 * The application is a new one: the server knows none of the calls any more. What rang stops
 * ringing, what was being set up fails; a call that talks goes on as long as its media does, and
 * hanging up ends it on this side; in a meeting it waits until the user is back there.
 * @returns whether a call ended by it
 */
export function forgetServerSide(context: CallContext, meetings: MeetingCalls): boolean {
  const { board, ending, registry } = context;
  let anyEnded = false;
  for (const record of registry.ongoing()) {
    const phase = board.get(record.id)?.phase;
    if (meetings.rejoin(record)) {
      detach(context, record);
      continue;
    }
    if (phase === 'ringing') ending.end(record, { kind: 'missed' });
    else if (phase === 'inviting') ending.end(record, lost);
    else if (board.get(record.id)?.kind === 'phone') ending.end(record, { kind: 'answered' });
    anyEnded ||= record.over;
    detach(context, record);
  }
  return anyEnded;
}

function detach(context: CallContext, record: CallRecord): void {
  record.pending?.settle({ type: 'failed', detail: 'ApplicationNotFound' });
  record.invitation = null;
  record.invitationHref = null;
  record.conversationHref = null;
  record.audioVideoHref = null;
  record.sessionHref = null;
  record.audioVideo = null;
  record.session = null;
  record.phoneAudio = null;
  record.phoneAudioHref = null;
  record.phoneMove = null;
  if (!record.over) context.board.setOffers(record.id, noOffers);
}

/**
 * Events of the call were lost: it is read again, and ends here if it is over on the server.
 * @returns whether it is known now how the call stands
 */
export async function readCallAgain(
  context: CallContext,
  move: MeetingMove,
  record: CallRecord,
): Promise<boolean> {
  if (record.over) return true;
  try {
    const { phase, kind } = context.board.get(record.id) ?? {};
    if (kind === 'phone') await readPhoneAgain(context, record);
    else if (phase === 'ringing' || phase === 'inviting') {
      await readInvitationAgain(context, record, phase);
    } else await readAudioVideoAgain(context, move, record);
    return true;
  } catch (error) {
    if (isGone(error)) endLost(context, record);
    else context.logger.info('A call could not be read again', { callId: record.id, error });
    return isGone(error);
  }
}

/** The phone says itself how the call stands. */
async function readPhoneAgain(context: CallContext, record: CallRecord): Promise<void> {
  const href = record.phoneAudioHref;
  if (href === null) return;
  const resource = await context.server.read(href);
  if (record.over) return;
  phoneAudioTold(context, record, resource);
  if (readPhoneAudio(resource).state === 'Disconnected') endLost(context, record);
}

async function readInvitationAgain(
  context: CallContext,
  record: CallRecord,
  phase: 'ringing' | 'inviting',
): Promise<void> {
  if (record.invitationHref === null) return;
  const resource = await context.server.read(record.invitationHref);
  // Taken on either side while it was being read: it goes on as an answered call.
  if (record.over || context.board.get(record.id)?.phase !== phase) return;
  const { state, links } = readAudioVideoInvitation(resource);
  if (state === 'Connected' && phase === 'ringing') {
    const by = personOfLink(links.acceptedByContact);
    context.ending.end(record, { kind: 'answeredElsewhere', by });
    return;
  }
  const isOver =
    state === 'Cancelled' || state === 'Declined' || state === 'Failed' || state === 'Connected';
  if (isOver) endLost(context, record);
  else context.board.setOffers(record.id, changedOffers(resource));
}

async function readAudioVideoAgain(
  context: CallContext,
  move: MeetingMove,
  record: CallRecord,
): Promise<void> {
  if (record.audioVideoHref === null) return;
  if (record.conversationHref !== null) {
    move.conversationTold(record, await context.server.read(record.conversationHref));
  }
  const resource = await context.server.read(record.audioVideoHref);
  if (record.over) return;
  record.audioVideo = resource;
  context.board.setOffers(record.id, offersOfAudioVideo(resource));
  if (readAudioVideo(resource).state !== 'Disconnected' || move.legEnded(record)) return;
  endLost(context, record);
}

/** The end itself was among the lost events: it is named by how far the call had come. */
function endLost(context: CallContext, record: CallRecord): void {
  const call = context.board.get(record.id);
  if (call === null) return;
  if (call.connectedAtMs !== null) context.ending.end(record, { kind: 'answered' });
  else if (call.phase === 'ringing') context.ending.end(record, { kind: 'missed' });
  else context.ending.endAndLeave(record, lost, 'InternalFailure');
}

/** The session is over: every call ends with it. */
export function endAllCalls(context: CallContext): void {
  for (const record of context.registry.ongoing()) {
    const call = context.board.get(record.id);
    if (call?.phase === 'ringing') context.ending.end(record, { kind: 'missed' });
    else if (call?.connectedAtMs == null) context.ending.end(record, { kind: 'cancelled' });
    else context.ending.end(record, { kind: 'answered' });
  }
}
