import type { UcwaEvent } from './ucwa-event.ts';

/** Where a participant appeared, changed or vanished. */
export type ParticipantPlace = 'roster' | 'typing' | 'leaders' | 'attendees' | 'lobby';

const places: ReadonlyMap<string, ParticipantPlace> = new Map<string, ParticipantPlace>([
  ['participants', 'roster'],
  ['typingParticipants', 'typing'],
  ['leaders', 'leaders'],
  ['attendees', 'attendees'],
  ['lobby', 'lobby'],
]);

/**
 * Where the change of a `participant` event took place. The event is sent once for the conversation
 * and again `in` each collection that the participant enters or leaves: only the former says who
 * takes part. Null when the event is about something else or a collection that came later.
 */
export function participantPlace(event: UcwaEvent): ParticipantPlace | null {
  if (event.link.rel !== 'participant') return null;
  if (event.in === null || event.in.rel === 'conversation') return 'roster';
  return places.get(event.in.rel) ?? null;
}
