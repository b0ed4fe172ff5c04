import type { AwayDigest, AwayItem } from '../../../app/domain/away.ts';

/** How many things came, those that have no name included. */
export const awayCount = ({ items, unnamed, voicemails }: AwayDigest): number =>
  items.length + unnamed + voicemails;

/** What follows the kind: the message's beginning, else the subject; null when there is neither. */
export const awayDetail = ({ preview, subject }: AwayItem): string | null =>
  preview.trim() || subject.trim() || null;
