import { z } from 'zod';
import { importances } from '../domain/importance.ts';

const conversationId = z.string().min(1).max(64);
const messageId = z.string().min(1).max(64);
const participantId = z.string().min(1).max(64);
const one = z.object({ conversationId });
export const modality = z.enum(['audio', 'audioVideo']);
/** Comes in with sound, or sound and picture, as soon as the user is let in; without it: silently. */
export const join = modality.optional();
/** What the user typed or picked: a name, a `sip:` or `tel:` URI, an address or a number. */
const typed = z.string().min(1).max(1024);
/** Far beyond what servers take; the limit that they state is named to the user. */
const text = z
  .string()
  .min(1)
  .max(256 * 1024);
const subject = z.string().max(10_000).optional();
const importance = z.enum(importances).optional();

/** Commands about chats and meetings. */
export const conversationSchemas = {
  'conversations.startChat': z.object({
    to: typed,
    subject,
    importance,
    /** Of a line of the history: goes on with that talk. */
    threadId: z.string().max(250).optional(),
    message: text.optional(),
  }),
  'conversations.startMeeting': z.object({ subject, importance, join }),
  'conversations.join': z.object({ onlineMeetingUri: z.string().min(1).max(2048), subject, join }),
  /** Takes an invitation to chat or into a meeting. */
  'conversations.accept': z.object({ conversationId, join }),
  'conversations.decline': one,
  'conversations.leave': one,
  /** Sends everybody home, then leaves. */
  'conversations.end': one,
  'conversations.retry': one,
  /** Takes a conversation that is over off the list. */
  'conversations.dismiss': one,
  /** The user looks at this conversation from now on; null: at none. */
  'conversations.view': z.object({ conversationId: conversationId.nullable() }),
  'conversations.markRead': one,
  'conversations.setTyping': one,
  'conversations.send': z.object({ conversationId, text }),
  'conversations.resend': z.object({ conversationId, messageId }),
  'conversations.addParticipants': z.object({ conversationId, to: z.array(typed).min(1).max(50) }),
  /** Null: everybody who waits. */
  'conversations.admit': z.object({ conversationId, participantId: participantId.nullable() }),
  'conversations.reject': z.object({ conversationId, participantId: participantId.nullable() }),
  /** Null: the user, as far as the server has muted them. */
  'conversations.muteParticipant': z.object({
    conversationId,
    participantId: participantId.nullable(),
    muted: z.boolean(),
  }),
  /** Null: the user, as far as the server has muted their picture. */
  'conversations.muteVideo': z.object({
    conversationId,
    participantId: participantId.nullable(),
    muted: z.boolean(),
  }),
  'conversations.muteAll': one,
  /** The attendees are muted and stay so, or may speak again. */
  'conversations.setAudienceMute': z.object({ conversationId, enabled: z.boolean() }),
  'conversations.setAudienceMessaging': z.object({ conversationId, enabled: z.boolean() }),
  'conversations.setRole': z.object({
    conversationId,
    participantId,
    role: z.enum(['Leader', 'Attendee']),
  }),
  'conversations.eject': z.object({ conversationId, participantId }),
} as const;
