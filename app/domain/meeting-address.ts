import type { ScheduledMeeting } from './meeting.ts';
import { readSipAddress } from './sip-address.ts';

/** A whole invitation may be pasted; nobody's is longer. */
const maxLength = 20_000;
/** One address in it. */
const maxTokenLength = 2048;

/** What somebody meant who pasted, typed or clicked something to join a meeting. */
export type MeetingAddress =
  | {
      readonly kind: 'uri';
      /** `sip:alex@example.com;gruu;opaque=app:conf:focus:id:ABC123`. */
      readonly onlineMeetingUri: string;
      /** Such as `alex@example.com`. */
      readonly organizer: string;
      readonly meetingId: string;
    }
  | {
      /** A page that tells which meeting it is. */
      readonly kind: 'joinUrl';
      readonly url: string;
      readonly host: string;
      /** The organizer's name and the meeting's id, where the path says so. */
      readonly named: { readonly organizerName: string; readonly meetingId: string } | null;
    }
  /** What people on the phone type, or the end of a join URL: known for one's own meetings only. */
  | { readonly kind: 'conferenceId'; readonly conferenceId: string }
  | {
      readonly kind: 'unreadable';
      readonly problem: 'empty' | 'too-long' | 'no-meeting' | 'not-secure';
    };

const unreadable = (
  problem: Extract<MeetingAddress, { readonly kind: 'unreadable' }>['problem'],
): MeetingAddress => ({ kind: 'unreadable', problem });

/**
 * Reads a join URL, a `conf:`, `sip:` or `lync15:` address of a meeting or a conference id, alone or
 * in the midst of an invitation. Nothing is asked of anybody.
 */
export function readMeetingAddress(text: string): MeetingAddress {
  if (text.length > maxLength) return unreadable('too-long');
  const tokens = text.split(/[\s<>"\u200b\ufeff]+/).filter((token) => token !== '');
  if (tokens.length === 0) return unreadable('empty');
  const fitting = tokens.filter(({ length }) => length <= maxTokenLength).map(bare);
  const found = fitting.flatMap((token) => readFocusUri(token) ?? readJoinUrl(token) ?? []);
  // What leads straight into the meeting is better than a page about it.
  const best =
    found.find(({ kind }) => kind === 'uri') ??
    found.find(({ kind }) => kind === 'joinUrl') ??
    found[0];
  return best ?? readConferenceId(text.trim()) ?? unreadable('no-meeting');
}

/** A token as a link: what hands a join URL to a communicator and marks of the text are taken off. */
function bare(token: string): string {
  const handed = /^(?:lync(?:15(?:classic|mlx)?)?|sfb):(?:\/\/)?confjoin\?url=(.*)$/i.exec(token);
  const link = handed === null ? token : decoded(handed[1] ?? '');
  return link.replace(/^[([{]+/, '').replace(/[)\]}.,;:!?]+$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const focus = 'opaque=app:conf:focus:id:';

/** `conf:sip:organizer@domain;gruu;opaque=app:conf:focus:id:ID?conversation-id=…`. */
function readFocusUri(token: string): MeetingAddress | null {
  const start = /^(?:conf:)?(?=sips?:)/i.exec(token);
  if (start === null) return null;
  const [uri = ''] = token.slice(start[0].length).split('?');
  const [address = '', ...parameters] = uri.split(';');
  const organizer = readSipAddress(address);
  const opaque = parameters.find((each) => each.toLowerCase().startsWith(focus));
  const meetingId = /^[A-Za-z0-9!:._-]+$/.exec(opaque?.slice(focus.length) ?? '')?.[0];
  if (organizer === null || meetingId === undefined) return null;
  return {
    kind: 'uri',
    onlineMeetingUri: focusUri(organizer, meetingId),
    organizer: organizer.replace(/^sips?:/, ''),
    meetingId,
  };
}

const focusUri = (organizer: string, meetingId: string): string =>
  `${organizer};gruu;${focus}${meetingId}`;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** `https://meet.example.com/alex/ABC123`, also below other paths, as administrators have it. */
function readJoinUrl(token: string): MeetingAddress | null {
  const url = urlOf(token);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const [organizerName, meetingId] = segments.slice(-2).map(decoded);
  const named =
    organizerName !== undefined && meetingId !== undefined && looksLikeId(meetingId)
      ? { organizerName, meetingId }
      : null;
  const isMeet =
    url.hostname.startsWith('meet.') || segments.some((each) => each.toLowerCase() === 'meet');
  if (!isMeet && named === null) return null;
  if (!isMeet && !/^[A-Z0-9]{6,12}$/.test(named?.meetingId ?? '')) return null;
  if (segments.length === 0 && url.search === '') return null;
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return unreadable('not-secure');
  return {
    kind: 'joinUrl',
    url: `${url.origin}${url.pathname}${url.search}`,
    host: url.host,
    named,
  };
}

const looksLikeId = (text: string): boolean => /^[A-Za-z0-9]{4,64}$/.test(text);

function urlOf(token: string): URL | null {
  if (!/^https?:\/\//i.test(token)) return null;
  try {
    return new URL(token);
  } catch {
    return null;
  }
}

/** Digits as invitations group them, or the eight letters and digits of a join URL. */
function readConferenceId(text: string): MeetingAddress | null {
  const digits = text.replace(/[\s#-]/g, '');
  if (/^\d{3,16}$/.test(digits)) return { kind: 'conferenceId', conferenceId: digits };
  // Words are no ids: somebody typed a name.
  const isId = /^(?=.*\d)[A-Za-z0-9]{5,12}$/.test(text) || /^[A-Z]{8}$/.test(text);
  return isId ? { kind: 'conferenceId', conferenceId: text } : null;
}

/** The user's own meeting that is meant, if it is one: then nobody has to be asked. */
export function ownMeeting(
  address: MeetingAddress,
  list: readonly ScheduledMeeting[],
): ScheduledMeeting | null {
  const same = (one: string | null, other: string) =>
    one !== null && one.toLowerCase() === other.toLowerCase();
  const isMeant = (meeting: ScheduledMeeting): boolean => {
    switch (address.kind) {
      case 'uri':
        return same(meeting.onlineMeetingUri, address.onlineMeetingUri);
      case 'joinUrl':
        return same(meeting.joinUrl, address.url);
      case 'conferenceId':
        return (
          same(meeting.conferenceId, address.conferenceId) ||
          same(meeting.onlineMeetingId, address.conferenceId)
        );
      case 'unreadable':
        return false;
    }
  };
  return list.find(isMeant) ?? null;
}

/**
 * The meeting of a join URL that does not have to be asked: `https://meet.DOMAIN/NAME/ID`, which is how
 * servers make it by default, of somebody of the user's own domain. Null for any other.
 */
export function meetingOfDomain(address: MeetingAddress, domain: string): string | null {
  if (address.kind !== 'joinUrl' || address.named === null) return null;
  const { organizerName, meetingId } = address.named;
  const isDefault =
    address.host === `meet.${domain}` &&
    new URL(address.url).pathname.split('/').filter((segment) => segment !== '').length === 2;
  const organizer = readSipAddress(`sip:${organizerName}@${domain}`);
  return isDefault && organizer !== null ? focusUri(organizer, meetingId) : null;
}
