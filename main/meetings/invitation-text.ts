import type { DialIn, Meetings, ScheduledMeeting } from '../../app/domain/meeting.ts';
import type { Translator } from '../../app/i18n/translator.ts';

/** The invitation to a meeting as text, for a mail: how to join, by phone too, and the company's words. */
export function invitationText(
  meeting: ScheduledMeeting,
  { dialIn, customization }: Pick<Meetings, 'dialIn' | 'customization'>,
  { translate }: Translator,
): string {
  const { subject, description, joinUrl, onlineMeetingUri } = meeting;
  const link = joinUrl ?? onlineMeetingUri;
  const paragraphs = [
    [subject === '' ? translate('meetings.noSubject') : subject],
    description === '' ? [] : [description],
    link === null ? [] : [translate('meetings.invitation.join'), link],
    meeting.conferenceId === null || dialIn === null
      ? []
      : byPhone(dialIn, meeting.conferenceId, translate),
    [
      ...(customization?.helpUrl == null
        ? []
        : [translate('meetings.invitation.help', { url: customization.helpUrl })]),
      ...(customization?.legalUrl == null
        ? []
        : [translate('meetings.invitation.legal', { url: customization.legalUrl })]),
    ],
    customization?.footerText == null ? [] : [customization.footerText],
  ];
  const filled = paragraphs.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function byPhone(
  dialIn: DialIn,
  conferenceId: string,
  translate: Translator['translate'],
): readonly string[] {
  const { regions, tollNumber, tollFreeNumbers, directoryUrl, participantPassCode } = dialIn;
  const inRegions = regions.map(({ name, number }) =>
    name === '' ? number : `${number} (${name})`,
  );
  const isListed = regions.some(({ number }) => number === tollNumber);
  return [
    translate('meetings.invitation.phone'),
    ...(tollNumber === null || isListed ? [] : [tollNumber]),
    ...inRegions,
    ...tollFreeNumbers.map((number) => translate('meetings.tollFree', { number })),
    translate('meetings.invitation.conferenceId', { conferenceId }),
    ...(participantPassCode === null
      ? []
      : [translate('meetings.invitation.passCode', { passCode: participantPassCode })]),
    ...(directoryUrl === null
      ? []
      : [translate('meetings.invitation.directory', { url: directoryUrl })]),
  ];
}
