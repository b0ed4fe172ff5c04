import type { Call } from '../../../app/domain/call.ts';
import type { InvitationLocation } from '../../../app/domain/invitation.ts';
import { type Person, type PersonRef, personKey } from '../../../app/domain/person.ts';
import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';

/** A line about an incoming call, as a text key with its values. */
export interface RingFact {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** What sort of call it is; Urgent and Emergency say so before all else. */
export const ringKind = ({ importance, modality, kind }: Call): TextKey => {
  if (importance !== 'Normal') return `ring.${importance}`;
  if (kind === 'phone') return 'ring.incomingPhone';
  return modality === 'audioVideo' ? 'ring.incomingVideo' : 'ring.incomingAudio';
};

/**
 * How the call came here: on whose behalf, for whom, forwarded or transferred by whom, on which line,
 * what it goes on from, from where, and what the caller sent along. Names that only programs know
 * (operation, session, thread, bandwidth), and how the caller joins, are not shown.
 *
 * @param ownUri the user's: a call to somebody else says so
 */
export const ringFacts = (
  { invitation, importance, modality }: Call,
  ownUri: string | null,
): readonly RingFact[] => {
  const facts: RingFact[] = [];
  const named = (key: TextKey, person: PersonRef | null): void => {
    if (person !== null) facts.push({ key, values: { name: person.name } });
  };
  // The strip shows the importance then, so the kind of media is said here.
  if (importance !== 'Normal' && modality === 'audioVideo') {
    facts.push({ key: 'ring.incomingVideo', values: {} });
  }
  if (invitation === null) return facts;
  const { delegator, onBehalfOf, to } = invitation;
  named('ring.onBehalfOf', onBehalfOf ?? delegator);
  const isSame = delegator?.uri === onBehalfOf?.uri || delegator?.name === onBehalfOf?.name;
  if (onBehalfOf !== null && !isSame) named('ring.delegator', delegator);
  if (isForSomebodyElse(to, ownUri)) named('ring.calledFor', to);
  named('ring.forwardedBy', invitation.forwardedBy);
  named('ring.transferredBy', invitation.transferredBy);
  if (invitation.privateLine) facts.push({ key: 'ring.privateLine', values: {} });
  if (invitation.state === 'TeamRing') facts.push({ key: 'ring.teamRing', values: {} });
  if (invitation.replacedCall !== null) named('ring.replacesCallWith', invitation.replacedCall);
  else if (invitation.replacesOtherCall) facts.push({ key: 'ring.replaces', values: {} });
  if (invitation.derivedFromOtherConversation) facts.push({ key: 'ring.derived', values: {} });
  const place = placeOf(invitation.location);
  if (place !== '') facts.push({ key: 'ring.location', values: { place } });
  const content = readable(invitation.customContent);
  if (content !== '') facts.push({ key: 'ring.customContent', values: { content } });
  return facts;
};

/** A phone number is the user's own, whichever of theirs it is. */
const isForSomebodyElse = (to: PersonRef | null, ownUri: string | null): boolean =>
  to !== null &&
  ownUri !== null &&
  to.uri.startsWith('sip') &&
  to.name !== '' &&
  personKey(to.uri) !== personKey(ownUri);

const placeOf = (location: InvitationLocation | null): string =>
  location === null
    ? ''
    : [
        location.building,
        location.address,
        location.zip,
        location.city,
        location.locationState,
        location.country,
      ]
        .filter((part) => part !== null && part !== '')
        .join(', ');

const maxContentLength = 200;

/** Text for people; what is meant for programs, such as XML and JSON, is not shown. */
const readable = (content: string | null): string => {
  const text = content?.trim() ?? '';
  const isForPrograms = /^[<{[]/.test(text) || /\p{Cc}/u.test(text.replace(/\s/g, ' '));
  if (isForPrograms) return '';
  return text.length > maxContentLength ? `${text.slice(0, maxContentLength)}…` : text;
};

/** Title and company of a contact, else the address or number; empty when nothing is known. */
export const aboutCaller = (remote: PersonRef, person: Person | undefined): string => {
  const known = [person?.title, person?.company].filter((part) => part != null && part !== '');
  if (known.length > 0) return known.join(' · ');
  const address = remote.uri.replace(/^(?:sips?|tel):/i, '');
  return address === remote.name ? '' : address;
};
