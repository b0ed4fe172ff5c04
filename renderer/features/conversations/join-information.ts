import type { MeetingInfo } from '../../../app/domain/conversation.ts';
import type { Text } from '../../ui/use-text.ts';

/** How others join a meeting, in lines to be sent to them; empty when the server told nothing. */
export function joinInformation(
  { joinUrl, conferenceId, dialIn }: MeetingInfo,
  text: Text,
): string {
  const id = dialIn?.conferenceId ?? conferenceId;
  const numbers = [dialIn?.tollNumber ?? null, ...(dialIn?.tollFreeNumbers ?? [])];
  return [
    ...(joinUrl === null ? [] : [text('conversations.joinInfo', { url: joinUrl })]),
    ...numbers.flatMap((number) =>
      number === null ? [] : [text('conversations.joinInfoPhone', { number })],
    ),
    ...(id === null ? [] : [text('conversations.joinInfoId', { id })]),
  ].join('\n');
}
