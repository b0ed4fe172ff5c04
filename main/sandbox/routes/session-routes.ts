import { callOfConversation } from '../calls/end-call.ts';
import {
  answerRenegotiation,
  dismissRenegotiation,
  startRenegotiation,
} from '../calls/renegotiate.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { type BadParameter, notFound } from '../http/ucwa-error.ts';
import { renegotiateInMeeting } from '../meetings/change-media.ts';
import type { Call, CallLeg } from '../model/entities.ts';
import type { Renegotiation, Session } from '../model/media-session.ts';
import { renegotiationResource, sessionResource } from '../resources/audio-video-resource.ts';
import { renegotiationHref } from '../resources/hrefs.ts';
import { type ApplicationContext, type ApplicationRoute, conversationOf } from './context.ts';
import { queryParameter, sdpBody } from './sdp-body.ts';

const dismissReasons = [
  'Unknown',
  'Conflict',
  'EncryptionMismatch',
  'InsufficientBandwidth',
  'InvalidMediaOffer',
  'IPv6NotSupported',
  'MediaAllocationFailure',
  'UnsupportedMedia',
];

function inCall(context: ApplicationContext): { readonly call: Call; readonly leg: CallLeg } {
  const found = callOfConversation(context.world, conversationOf(context));
  if (found?.call.state !== 'connected') throw notFound('Call not found.');
  return found;
}

/** The established media of a call or of a meeting. */
function established(context: ApplicationContext): Session {
  const { audioVideo } = conversationOf(context);
  if (audioVideo.state !== 'Connected' || audioVideo.session === undefined)
    throw notFound('Call not found.');
  return audioVideo.session;
}

function readSession(context: ApplicationContext): Reply {
  return ok(sessionResource(conversationOf(context), established(context)));
}

function renegotiateCall(
  context: ApplicationContext,
  change: { readonly offer: string; readonly operationId: string },
): Renegotiation {
  const { call, leg } = inCall(context);
  return startRenegotiation(context.world, call, leg, change);
}

/** renegotiations, resumeAudio and resumeAudioVideo: an offer of changed media. */
function renegotiate(context: ApplicationContext): Reply {
  const { world, exchange } = context;
  const conversation = conversationOf(context);
  established(context);
  const bad: BadParameter[] = [];
  const operationId =
    queryParameter(exchange, 'operationId', { maxLength: 50, required: true }, bad) ?? '';
  const offer = sdpBody(exchange, bad);
  const change = { offer, operationId };
  const renegotiation = conversation.audioVideo.viaMeeting
    ? renegotiateInMeeting(world, conversation, change)
    : renegotiateCall(context, change);
  const href = renegotiationHref(conversation, renegotiation);
  return created(href, renegotiationResource(conversation, renegotiation));
}

function readRenegotiation(context: ApplicationContext): Reply {
  const { renegotiations } = established(context);
  const renegotiation = renegotiations.get(context.params.renegotiation ?? '');
  if (renegotiation === undefined) throw notFound();
  return ok(renegotiationResource(conversationOf(context), renegotiation));
}

function answer(context: ApplicationContext): Reply {
  const { call, leg } = inCall(context);
  answerRenegotiation(call, leg, context.params.renegotiation ?? '', sdpBody(context.exchange, []));
  return noContent;
}

function dismiss(context: ApplicationContext): Reply {
  const { call, leg } = inCall(context);
  const input = new Input(context.exchange);
  const reason = input.oneOf('reason', dismissReasons) ?? 'Unknown';
  input.check();
  dismissRenegotiation(call, leg, context.params.renegotiation ?? '', reason);
  return noContent;
}

const session = 'communication/conversations/:conversation/audioVideo/audioVideoSession';
const one = `${session}/renegotiations/:renegotiation`;

export const sessionRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: session, handler: readSession },
  { method: 'POST', path: `${session}/renegotiations`, handler: renegotiate },
  { method: 'POST', path: `${session}/resumeAudio`, handler: renegotiate },
  { method: 'POST', path: `${session}/resumeAudioVideo`, handler: renegotiate },
  { method: 'GET', path: one, handler: readRenegotiation },
  { method: 'POST', path: `${one}/answer`, handler: answer },
  { method: 'POST', path: `${one}/dismiss`, handler: dismiss },
];
