import { acceptChat, ringingChat } from '../chat/chat.ts';
import { openBridge, placeInMeeting, putBridgedParticipant } from '../hosted/bridge.ts';
import {
  bridgedParticipantHref,
  bridgedParticipantResource,
  bridgedParticipantsResource,
  bridgeResource,
} from '../hosted/bridge-resources.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import { findMeeting } from '../meetings/meeting.ts';
import type { Conversation, ConversationBridge } from '../model/entities.ts';
import type { BridgedParticipant } from '../model/seat.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  conversationOf,
  invitationOf,
} from './context.ts';

/** How a client of the hosted service leads somebody's messages into a meeting and back. */

const filterStates = ['Enabled', 'Disabled'] as const;

function acceptAndBridge(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const invitation = invitationOf(context);
  const chat = ringingChat(world, invitation);
  if (application.dialect !== 'hosted' || chat === undefined || invitation.direction !== 'Incoming')
    throw notFound();
  const input = new Input(exchange);
  const uri = input.string('onlineMeetingUri', { required: true }) ?? '';
  input.string('impersonatedDisplayName', { maxLength: 250 });
  input.check();
  const { conversation } = invitation;
  const meeting = findMeeting(world, uri);
  if (meeting === undefined || placeInMeeting(conversation, meeting) === undefined)
    throw new UcwaError(404, 'DestinationNotFound', 'The meeting could not be found.');
  acceptChat(world, chat, invitation);
  openBridge(conversation, meeting);
  return { status: 200 };
}

function bridgeOf(context: ApplicationContext): {
  readonly conversation: Conversation;
  readonly bridge: ConversationBridge;
} {
  const conversation = conversationOf(context);
  const { bridge } = conversation;
  if (bridge === undefined) throw notFound();
  return { conversation, bridge };
}

function knownOf(context: ApplicationContext): {
  readonly conversation: Conversation;
  readonly participant: BridgedParticipant;
} {
  const { conversation, bridge } = bridgeOf(context);
  const participant = bridge.participants.get(`sip:${context.params.participant}`.toLowerCase());
  if (participant === undefined) throw notFound();
  return { conversation, participant };
}

/** How somebody of the meeting is to be seen. Unless it is said, their messages are held back. */
function readLook(input: Input): Pick<BridgedParticipant, 'displayName' | 'messageFilterState'> {
  const displayName = input.string('displayName', { required: true, maxLength: 250 }) ?? '';
  const asked = input.oneOf('messageFilterState', filterStates);
  return { displayName, messageFilterState: asked === 'Disabled' ? 'Disabled' : 'Enabled' };
}

function addParticipant(context: ApplicationContext): Reply {
  const { conversation } = bridgeOf(context);
  const input = new Input(context.exchange);
  const uri = input.string('participantUri', { required: true }) ?? '';
  if (uri !== '' && !/^sip:[^\s@]+@[^\s@]+$/i.test(uri)) input.reject('participantUri');
  const participant = { uri, ...readLook(input) };
  input.check();
  putBridgedParticipant(conversation, participant);
  return created(bridgedParticipantHref(conversation, participant));
}

function changeParticipant(context: ApplicationContext): Reply {
  const { conversation, participant } = knownOf(context);
  const input = new Input(context.exchange);
  const look = readLook(input);
  input.check();
  putBridgedParticipant(conversation, { ...participant, ...look });
  return noContent;
}

function readParticipant(context: ApplicationContext): Reply {
  const { conversation, participant } = knownOf(context);
  return ok(bridgedParticipantResource(conversation, participant));
}

function readBridge(context: ApplicationContext): Reply {
  const { conversation, bridge } = bridgeOf(context);
  return ok(bridgeResource(conversation, bridge));
}

function readParticipants(context: ApplicationContext): Reply {
  const { conversation, bridge } = bridgeOf(context);
  return ok(bridgedParticipantsResource(conversation, bridge));
}

const invited = 'communication/messagingInvitations/:invitation';
const bridge = 'communication/conversations/:conversation/conversationBridge';
const participants = `${bridge}/bridgedParticipants`;

export const bridgeRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: `${invited}/acceptAndBridge`, handler: acceptAndBridge },
  { method: 'GET', path: bridge, handler: readBridge },
  { method: 'GET', path: participants, handler: readParticipants },
  { method: 'POST', path: participants, handler: addParticipant },
  { method: 'GET', path: `${participants}/:participant`, handler: readParticipant },
  { method: 'PUT', path: `${participants}/:participant`, handler: changeParticipant },
];
