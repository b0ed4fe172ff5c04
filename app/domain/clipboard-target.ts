import { type DialContext, readDialTarget } from './dialing.ts';
import { personNamed } from './people-search.ts';

/** Whole addresses; what is longer was not copied to be called. */
const maxLength = 320;

/** Shorter numbers are codes and amounts more often than somebody's phone. */
const fewestDigits = 7;

const mailLike = /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u;

/**
 * What a clipboard holds, when it is there to be called: a phone number, a SIP address or the whole
 * name of a contact; null for anything else, which nobody may get to see.
 */
export function clipboardTarget(text: string, context: DialContext): string | null {
  const copied = text.trim();
  if (copied === '' || copied.length > maxLength || /[\r\n]/.test(copied)) return null;
  if (!readDialTarget(copied, context).ok) return null;
  if (/^(?:sips?|tel):/i.test(copied) || mailLike.test(copied)) return copied;
  if (personNamed(copied, context.people) !== null) return copied;
  const isNumber = /^[\d+(]/.test(copied) && copied.replace(/\D/g, '').length >= fewestDigits;
  return isNumber ? copied : null;
}
