import type { Call } from '../../../app/domain/call.ts';
import type { Person, PersonRef } from '../../../app/domain/person.ts';
import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';

/** A line about an incoming call, as a text key with its values. */
export interface RingFact {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** What sort of call it is; Urgent and Emergency say so before all else. */
export const ringKind = ({ importance, modality }: Call): TextKey => {
  if (importance !== 'Normal') return `ring.${importance}`;
  return modality === 'audioVideo' ? 'ring.incomingVideo' : 'ring.incomingAudio';
};

/** How the call came here: on whose behalf, forwarded or transferred by whom, on which line. */
export const ringFacts = ({ invitation, importance, modality }: Call): readonly RingFact[] => {
  const facts: RingFact[] = [];
  const named = (key: TextKey, person: PersonRef | null): void => {
    if (person !== null) facts.push({ key, values: { name: person.name } });
  };
  // The strip shows the importance then, so the kind of media is said here.
  if (importance !== 'Normal' && modality === 'audioVideo') {
    facts.push({ key: 'ring.incomingVideo', values: {} });
  }
  if (invitation === null) return facts;
  named('ring.onBehalfOf', invitation.onBehalfOf);
  if (invitation.delegator?.uri !== invitation.onBehalfOf?.uri) {
    named('ring.delegator', invitation.delegator);
  }
  named('ring.forwardedBy', invitation.forwardedBy);
  named('ring.transferredBy', invitation.transferredBy);
  if (invitation.privateLine) facts.push({ key: 'ring.privateLine', values: {} });
  if (invitation.state === 'TeamRing') facts.push({ key: 'ring.teamRing', values: {} });
  return facts;
};

/** Title and company of a contact, else the address or number; empty when nothing is known. */
export const aboutCaller = (remote: PersonRef, person: Person | undefined): string => {
  const known = [person?.title, person?.company].filter((part) => part != null && part !== '');
  if (known.length > 0) return known.join(' · ');
  const address = remote.uri.replace(/^(?:sips?|tel):/i, '');
  return address === remote.name ? '' : address;
};
