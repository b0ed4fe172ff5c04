import type { Participant } from '../../../../app/domain/roster.ts';
import type { TextKey } from '../../../../app/i18n/text-key.ts';

/** What somebody is in a meeting, and what they do with sound and picture. */
export function participantWords(participant: Participant, speaking: boolean): readonly TextKey[] {
  const { organizer, role, anonymous, audio, video, sharing } = participant;
  const words: TextKey[] = [];
  if (organizer) words.push('roster.organizer');
  else if (role === 'Leader') words.push('roster.leader');
  else if (role === 'Attendee') words.push('roster.attendee');
  if (anonymous) words.push('roster.guest');
  if (audio?.muted === true) words.push('roster.muted');
  else if (audio !== null) words.push(speaking ? 'roster.speaking' : 'roster.inAudio');
  if (video !== null) words.push(video.muted ? 'roster.videoPaused' : 'roster.inVideo');
  if (sharing) words.push('roster.sharing');
  return words;
}
