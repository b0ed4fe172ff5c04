import { z } from 'zod';
import { importances } from '../domain/importance.ts';
import {
  accessLevels,
  announcements,
  leaderAssignments,
  type MeetingValues,
  switches,
} from '../domain/meeting.ts';
import { ownNoteLimit, preferredAvailabilities } from '../domain/presence.ts';
import type { SignInChoice } from '../domain/sign-in-choice.ts';
import type { MediaQuality } from '../ports/media-engine.ts';
import { alertSchemas, alertSettingsSchema } from './alert-schemas.ts';
import { conversationSchemas, join, modality } from './conversation-schemas.ts';
import { headsetDevice, headsetSchemas } from './headset-schemas.ts';
import { quickDialSchemas } from './quick-dial-schemas.ts';
import { shortcutKeys, shortcutSchemas } from './shortcut-schemas.ts';

const callId = z.string().min(1).max(64);
const mediaId = z.string().min(1).max(80);
const none = z.undefined();
/** SDP of a real call is a few kB; anything longer is refused at the border. */
const sdp = z.string().max(256 * 1024);
const deviceId = z.string().min(1).max(256).nullable();

const address = z.string().max(320);
const discoveryUrl = z.string().max(2048).nullable();
const trustedHosts = z.array(z.string().max(253)).max(8);
const userName = z.string().max(320);
const password = z.string().max(1024);

const phoneNumber = z.string().max(100);

/** Where somebody in an emergency is; what is left empty is not sent. */
const location = z.object({
  address: z.string().max(500),
  building: z.string().max(500),
  city: z.string().max(500),
  state: z.string().max(500),
  zip: z.string().max(50),
  country: z.string().max(100),
});

/** How the user wants to sign in. */
const choice = z.discriminatedUnion('method', [
  z.object({ method: z.literal('password'), userName: userName.nullable(), password }),
  z.object({
    method: z.literal('windows'),
    account: z.object({ userName, password }).nullable(),
  }),
  z.object({ method: z.literal('passive') }),
  z.object({ method: z.literal('hosted'), clientId: z.string().max(256) }),
  z.object({
    method: z.literal('anonymous'),
    conferenceUri: z.string().max(1024),
    conferenceId: z.string().max(256),
  }),
]) satisfies z.ZodType<SignInChoice>;

const meetingId = z.string().min(1).max(64);
/** A whole invitation may be pasted. */
const meetingText = z.string().max(32 * 1024);
/** Far beyond every limit, which the form and the core know better. */
const people = z.array(z.string().max(1024)).max(1024).readonly();

const meetingValues = z.object({
  subject: z.string().max(4096),
  description: z.string().max(64 * 1024),
  accessLevel: z.enum(accessLevels).nullable(),
  automaticLeaderAssignment: z.enum(leaderAssignments).nullable(),
  entryExitAnnouncement: z.enum(announcements).nullable(),
  lobbyBypassForPhoneUsers: z.enum(switches).nullable(),
  phoneUserAdmission: z.enum(switches).nullable(),
  expirationTimeMs: z.number().nullable(),
  leaders: people,
  attendees: people,
}) satisfies z.ZodType<MeetingValues>;

const tone = z.string().regex(/^[0-9*#A-D]$/);
const count = z.number().nonnegative();
const streamQuality = z.object({
  codec: z.string().max(64).nullable(),
  packetsSent: count,
  packetsReceived: count,
  packetsLost: z.number(),
  jitterMs: count.nullable(),
  picture: z.object({ width: count, height: count }).nullable(),
});
const quality = z.object({
  audio: streamQuality.nullable(),
  video: streamQuality.nullable(),
  roundTripMs: count.nullable(),
}) satisfies z.ZodType<MediaQuality>;

/** The payload of every command a window may send to main. */
export const commandSchemas = {
  'state.snapshot': none,
  /** How one may sign in at the server of an address. */
  'session.findOffer': z.object({ address, discoveryUrl, trustedHosts }),
  'session.signIn': z.object({ address, discoveryUrl, trustedHosts, choice }),
  /** Joins one meeting by its link, under a name, without an account. */
  'session.joinAsGuest': z.object({
    text: meetingText,
    name: z.string().trim().min(1).max(250),
    join,
  }),
  'session.cancelSignIn': none,
  'session.signOut': none,
  /** Brings `AppState.connection` up to date: somebody looks at it. */
  'connection.refresh': none,
  'away.dismiss': none,
  /** Reads the user's meetings and what can be chosen for new ones. */
  'meetings.refresh': none,
  'meetings.schedule': meetingValues,
  'meetings.update': z.object({ meetingId, changes: meetingValues.partial() }),
  /** Takes it off the calendar, for everybody. */
  'meetings.cancel': z.object({ meetingId }),
  /** Reads one meeting anew: somebody looks at it. */
  'meetings.open': z.object({ meetingId }),
  'meetings.copyInvitation': z.object({ meetingId }),
  /** Joins what a join URL, an address or a conference id names. */
  'meetings.join': z.object({ text: meetingText, join }),
  /** Looks at a sign-in as it was typed; null looks at that of the session. Shown as `doctor`. */
  'doctor.start': z
    .object({ address, discoveryUrl, trustedHosts, choice: choice.nullable() })
    .nullable(),
  'doctor.again': none,
  'doctor.cancel': none,
  /** The run is not shown any more. */
  'doctor.close': none,
  'doctor.copyReport': none,
  'doctor.saveReport': none,
  'demo.start': none,
  'demo.callMe': z.object({
    colleagueUri: z.string().max(320),
    importance: z.enum(importances),
    modality,
  }),
  'calls.start': z.object({
    /** What the user typed or picked: a `sip:` or `tel:` URI, an address or a number. */
    to: z.string().min(1).max(1024),
    modality,
    subject: z.string().optional(),
    importance: z.enum(importances).optional(),
    threadId: z.string().optional(),
    joinAudioMuted: z.boolean().optional(),
    joinVideoMuted: z.boolean().optional(),
    /** With this program, the default, or on the own phone, which rings first. */
    via: z.enum(['here', 'phone']).optional(),
    /** The own phone that is to ring. */
    phoneNumber: phoneNumber.optional(),
    /** SIP URI of the person in whose name the call is made. */
    onBehalfOf: z.string().max(1024).optional(),
    /** The user confirmed a call to emergency services, and said where they are. */
    emergency: z.object({ location }).optional(),
  }),
  /** Sound, or sound and picture, in a conversation that is there: a chat of two or a meeting. */
  'calls.startIn': z.union([
    z.object({ conversationId: z.string().min(1).max(64), modality }),
    /** A chat of two: from the own phone, which rings first. */
    z.object({
      conversationId: z.string().min(1).max(64),
      via: z.literal('phone'),
      phoneNumber: phoneNumber.optional(),
    }),
  ]),
  'calls.answer': z.union([
    z.object({ callId, modality }),
    z.object({ callId, via: z.literal('phone') }),
  ]),
  'calls.decline': z.object({
    callId,
    scope: z.enum(['Local', 'Global']),
    /** Sent to the caller as a message. */
    message: z.string().max(8_000).optional(),
  }),
  'calls.stayHere': z.object({ callId }),
  'calls.moveToPhone': z.object({ callId, phoneNumber: phoneNumber.optional() }),
  'calls.cancel': z.object({ callId }),
  'calls.hangUp': z.object({ callId }),
  'calls.setSending': z.object({ callId, audio: z.boolean(), video: z.boolean() }),
  'calls.hold': z.object({ callId }),
  'calls.resume': z.object({ callId }),
  /** Adds video to a running call, or drops it. */
  'calls.setVideo': z.object({ callId, on: z.boolean() }),
  'calls.sendTones': z.object({ callId, tones: z.string().regex(/^[0-9*#A-D]{1,32}$/) }),
  'calls.rate': z.object({ callId, stars: z.number().int().min(1).max(5) }),
  'calls.dismiss': z.object({ callId }),
  ...conversationSchemas,
  ...alertSchemas,
  ...headsetSchemas,
  ...quickDialSchemas,
  ...shortcutSchemas,
  /** The empty text takes it away. */
  'presence.setNote': z.object({ text: z.string().max(ownNoteLimit) }),
  'presence.set': z.object({ availability: z.enum(preferredAvailabilities) }),
  /** The photo of a contact or of the user. */
  'people.photo': z.object({ uri: z.string().min(1).max(1024) }),
  'settings.update': z.strictObject({
    colorScheme: z.enum(['system', 'light', 'dark']).optional(),
    microphoneId: deviceId.optional(),
    cameraId: deviceId.optional(),
    speakerId: deviceId.optional(),
    ringTone: z.boolean().optional(),
    ringDuringCalls: z.boolean().optional(),
    showMessageText: z.boolean().optional(),
    alerts: alertSettingsSchema.optional(),
    phoneNumber: phoneNumber.nullable().optional(),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    headset: headsetDevice.optional(),
    mediaKeys: z.boolean().optional(),
    shortcuts: shortcutKeys.optional(),
  }),
  'notices.dismiss': z.object({ id: z.string().max(64) }),
  /** What the user chose when closing the window without a tray. */
  'window.closeChoice': z.object({ choice: z.enum(['minimize', 'quit', 'cancel']) }),
  /** Opens a page that somebody sent in the user's own browser: http and https, nothing else. */
  'window.openWebPage': z.object({ address: z.string().min(1).max(4096) }),
  'window.copyText': z.object({ text: z.string().min(1).max(16_384) }),
  /** Brings the main window to the front, on one conversation when one is named. */
  'window.show': z.object({ conversationId: z.string().min(1).max(64).nullable() }),
  'window.ringPainted': z.object({ callId }),
  'media.reply': z.object({
    requestId: z.number().int().nonnegative(),
    reply: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        sdp: sdp.optional(),
        remoteHold: z.boolean().optional(),
        video: z.boolean().optional(),
        isElsewhere: z.boolean().optional(),
        quality: quality.optional(),
      }),
      z.object({
        ok: z.literal(false),
        reason: z.enum([
          'permission-denied',
          'no-microphone',
          'no-camera',
          'device-busy',
          'invalid-sdp',
          'encryption-mismatch',
          'unavailable',
          'timeout',
        ]),
        message: z.string().max(1000),
      }),
    ]),
  }),
  'media.report': z.discriminatedUnion('type', [
    z.object({
      type: z.literal('connection'),
      mediaId,
      state: z.enum(['connecting', 'connected', 'disconnected', 'failed']),
    }),
    z.object({ type: z.literal('firstPacket'), mediaId, kind: z.enum(['audio', 'video']) }),
    z.object({ type: z.literal('tones'), mediaId, possible: z.boolean() }),
    z.object({ type: z.literal('toneSent'), mediaId, tone }),
  ]),
  /** This window is the one that carries the media of calls. */
  'media.ready': none,
  /** The page's network came back (`online`); main itself is not told. */
  'network.online': none,
  'log.rendererError': z.object({ message: z.string().max(4000) }),
} as const;

export type CommandName = keyof typeof commandSchemas;

export type CommandPayload<N extends CommandName> = z.output<(typeof commandSchemas)[N]>;
