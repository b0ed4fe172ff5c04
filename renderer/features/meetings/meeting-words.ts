import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import type { MeetingAddress } from '../../../app/domain/meeting-address.ts';
import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';

interface Words {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** The day until which a meeting is kept, as it is said now. */
export function expiryWords(
  { expirationTimeMs, isAssigned }: Pick<ScheduledMeeting, 'expirationTimeMs' | 'isAssigned'>,
  nowMs: number,
  locale?: string,
): Words {
  if (isAssigned) return { key: 'meetings.assigned', values: {} };
  if (expirationTimeMs === null) return { key: 'meetings.noEnd', values: {} };
  const isThisYear = new Date(expirationTimeMs).getFullYear() === new Date(nowMs).getFullYear();
  const date = new Date(expirationTimeMs).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? { weekday: 'short' } : { year: 'numeric' }),
  });
  const isPast = expirationTimeMs <= nowMs;
  return { key: isPast ? 'meetings.expired' : 'meetings.until', values: { date } };
}

/**
 * What was understood of what somebody pasted; null as long as there is nothing.
 * @param own the user's own meeting that is meant, if it is one
 */
export function understoodWords(
  address: MeetingAddress,
  own: ScheduledMeeting | null,
  untitled: string,
): (Words & { readonly isMeeting: boolean }) | null {
  if (own !== null) {
    const subject = own.subject === '' ? untitled : own.subject;
    return { key: 'meetings.understood.own', values: { subject }, isMeeting: true };
  }
  switch (address.kind) {
    case 'uri':
      return {
        key: 'meetings.understood.uri',
        values: { organizer: address.organizer },
        isMeeting: true,
      };
    case 'joinUrl': {
      const { host, named } = address;
      return named === null
        ? { key: 'meetings.understood.page', values: { host }, isMeeting: true }
        : {
            key: 'meetings.understood.pageOf',
            values: { host, organizer: named.organizerName },
            isMeeting: true,
          };
    }
    case 'conferenceId':
      return {
        key: 'meetings.understood.id',
        values: { id: address.conferenceId },
        isMeeting: true,
      };
    case 'unreadable':
      return address.problem === 'empty'
        ? null
        : { key: `meetings.understood.${address.problem}`, values: {}, isMeeting: false };
  }
}
