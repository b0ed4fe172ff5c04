import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** 32 hexadecimal digits, the shape of conversation and invitation ids. */
export function hexId(): string {
  return randomUUID().replace(/-/g, '');
}

/** Application ids of the real server are plain numbers of about twelve digits. */
export function applicationId(): string {
  return `10${randomInt(1_000_000_000, 9_999_999_999)}`;
}

/** A web ticket; opaque to clients. */
export function webTicket(): string {
  return `cwt=AAEB${randomBytes(60).toString('base64url')}`;
}

/** The token of somebody without an account; opaque to clients. */
export function anonymousToken(): string {
  return `psat=${randomBytes(60).toString('base64url')}`;
}

/** Group ids of the real server are base64 of 32 bytes, with its padding. */
export function groupId(): string {
  return `${randomBytes(32).toString('base64url')}=`;
}

/** What a person is called among the participants of a conversation: their address, in lower case. */
export function participantId(uri: string): string {
  return uri.replace(/^sip:/i, '').replace(/;.*$/, '').toLowerCase();
}

/** What people on the phone type to come into a meeting: eight digits. */
export function conferenceId(): string {
  return String(randomInt(10_000_000, 99_999_999));
}

/** A meeting's id: eight letters and digits. */
export function meetingId(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
