import { chatOf } from '../chat/chat.ts';
import type { Recipient } from '../chat/messages.ts';
import { publishConversation } from '../events/conversation-events.ts';
import { insideOf } from '../events/meeting-events.ts';
import { conversationSender, publish } from '../events/publish.ts';
import { readersOf } from '../meetings/meeting-messaging.ts';
import type { Conversation, Meeting } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import { peerSeat } from '../model/roster.ts';
import type { BridgedParticipant } from '../model/seat.ts';
import type { World } from '../model/world.ts';
import { conversationHref } from '../resources/hrefs.ts';
import {
  bridgedParticipantHref,
  bridgedParticipantResource,
  bridgeHref,
  bridgeResource,
} from './bridge-resources.ts';

/** Opens the way between a two-party conversation of the hosted service and a meeting that it is in. */
export function openBridge(conversation: Conversation, meeting: Meeting): void {
  const bridge = { meeting, etag: hexId().slice(0, 10), participants: new Map() };
  conversation.bridge = bridge;
  publish(conversation.application, conversationSender(conversation), {
    type: 'added',
    rel: 'conversationBridge',
    href: bridgeHref(conversation),
    inside: { rel: 'conversation', href: conversationHref(conversation) },
    embed: bridgeResource(conversation, bridge),
  });
  publishConversation(conversation, 'updated');
}

/** Says as whom somebody of the meeting is seen beyond the bridge, and whether their messages get there. */
export function putBridgedParticipant(
  conversation: Conversation,
  participant: BridgedParticipant,
): void {
  const participants = conversation.bridge?.participants;
  const key = participant.uri.toLowerCase();
  const type = participants?.has(key) === true ? 'updated' : 'added';
  participants?.set(key, participant);
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'bridgedParticipant',
    href: bridgedParticipantHref(conversation, participant),
    inside: { rel: 'conversationBridge', href: bridgeHref(conversation) },
    embed: bridgedParticipantResource(conversation, participant),
  });
}

/** Where the hosted service itself sits in the meeting that a conversation is bridged to. */
export function placeInMeeting(
  { application }: Conversation,
  meeting: Meeting,
): Conversation | undefined {
  return [...application.conversations.values()].find(
    ({ attendance }) => attendance?.meeting === meeting && !attendance.inLobby,
  );
}

/** Everybody in the meeting behind the other side of a two-party conversation. */
function intoTheMeeting(other: Conversation): readonly Recipient[] {
  const { bridge } = other;
  const place = bridge === undefined ? undefined : placeInMeeting(other, bridge.meeting);
  return place?.attendance === undefined ? [] : readersOf(place, place.attendance);
}

/** Those whom a meeting is bridged to, as far as they may read what this member writes. */
function outOfTheMeeting(world: World, own: Conversation, meeting: Meeting): readonly Recipient[] {
  const key = own.application.account.key;
  const hosts = new Set(insideOf(meeting).map(({ application }) => application));
  return [...hosts]
    .flatMap(({ conversations }) => [...conversations.values()])
    .flatMap((bridged) => {
      const seen = bridged.bridge?.meeting === meeting && bridged.bridge.participants.get(key);
      const chat = chatOf(world, bridged);
      if (!seen || seen.messageFilterState === 'Enabled' || chat?.state !== 'connected') return [];
      const { conversation } = chat.caller;
      return [{ conversation, from: { ...peerSeat(conversation), name: seen.displayName } }];
    });
}

/** Who reads along beyond a bridge, besides those whom a conversation reaches by itself. */
export function acrossBridges(
  world: World,
  own: Conversation,
  other: Conversation | undefined,
): readonly Recipient[] {
  const { attendance } = own;
  if (other !== undefined) return intoTheMeeting(other);
  return attendance === undefined ? [] : outOfTheMeeting(world, own, attendance.meeting);
}
