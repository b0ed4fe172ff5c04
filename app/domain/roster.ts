import type { PersonRef } from './person.ts';

/** UCWA `Role`. */
export type Role = 'Attendee' | 'Leader' | 'Unknown';

/** One of the media that somebody uses in a conversation. */
export interface ParticipantMedia {
  /** On the server: nobody hears or sees them, whatever their own device does. */
  readonly muted: boolean;
  /** Names their stream among those of a meeting; null when the server told none. */
  readonly sourceId: string | null;
}

/** What the user can do with a participant now: one flag per link that the server sent. */
export interface ParticipantActions {
  readonly mute: boolean;
  readonly unmute: boolean;
  readonly muteVideo: boolean;
  readonly unmuteVideo: boolean;
  readonly promote: boolean;
  readonly demote: boolean;
  readonly eject: boolean;
  readonly admit: boolean;
  readonly reject: boolean;
}

/** Somebody else who takes part, or waits to. */
export interface Participant {
  readonly id: string;
  readonly person: PersonRef;
  readonly role: Role;
  readonly organizer: boolean;
  readonly anonymous: boolean;
  /** Null: they are not in the sound. */
  readonly audio: ParticipantMedia | null;
  /** Null: they are not in the picture. */
  readonly video: ParticipantMedia | null;
  /** They share a screen or a program. */
  readonly sharing: boolean;
  readonly can: ParticipantActions;
}

export const noParticipantActions: ParticipantActions = {
  mute: false,
  unmute: false,
  muteVideo: false,
  unmuteVideo: false,
  promote: false,
  demote: false,
  eject: false,
  admit: false,
  reject: false,
};

/** Somebody of whom nothing is known but who they are. */
export const newParticipant = (id: string, person: PersonRef): Participant => ({
  id,
  person,
  role: 'Unknown',
  organizer: false,
  anonymous: false,
  audio: null,
  video: null,
  sharing: false,
  can: noParticipantActions,
});

/** Somebody who writes at the moment. */
export interface TypingParticipant {
  readonly id: string;
  readonly name: string;
}

/** Everybody else in a conversation, by where they are. */
export interface Roster {
  readonly participants: readonly Participant[];
  /** Those who wait to be let in; told to leaders only. */
  readonly lobby: readonly Participant[];
  readonly typing: readonly TypingParticipant[];
}

/** How many people are kept in each part of a roster. */
export const maxParticipants = 1000;

export const emptyRoster: Roster = { participants: [], lobby: [], typing: [] };

type Part = keyof Roster;

/** The roster with somebody in one of its parts, in place of an earlier entry of theirs. */
export function withParticipant<Name extends Part>(
  roster: Roster,
  part: Name,
  entry: Roster[Name][number],
): Roster {
  const entries: readonly { readonly id: string }[] = roster[part];
  const isThere = entries.some(({ id }) => id === entry.id);
  const next = isThere
    ? entries.map((each) => (each.id === entry.id ? entry : each))
    : [...entries, entry].slice(0, maxParticipants);
  return { ...roster, [part]: next };
}

/** The roster without somebody in one of its parts. Who leaves it altogether writes no more. */
export function withoutParticipant(roster: Roster, part: Part, participantId: string): Roster {
  const without = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.filter(({ id }) => id !== participantId);
  return {
    participants: part === 'participants' ? without(roster.participants) : roster.participants,
    lobby: part === 'lobby' ? without(roster.lobby) : roster.lobby,
    typing: part === 'lobby' ? roster.typing : without(roster.typing),
  };
}
