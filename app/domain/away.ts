import type { Recent, RecentCall } from './history.ts';
import type { Importance } from './importance.ts';
import { type PersonRef, personKey } from './person.ts';

/** Something that came while Parley could not be told of it, or nobody was there. */
export interface AwayItem {
  readonly id: string;
  readonly kind: 'call' | 'videoCall' | 'message' | 'meeting';
  readonly from: PersonRef;
  readonly atMs: number;
  readonly subject: string;
  /** `Normal` where nobody told. */
  readonly importance: Importance;
  /** The beginning of a message; empty when there is none. */
  readonly preview: string;
}

/** What happened while the user was away, or the connection was. */
export interface AwayDigest {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Newest first. */
  readonly items: readonly AwayItem[];
  /** Missed conversations that the server counts beside those, and does not name. */
  readonly unnamed: number;
  readonly voicemails: number;
}

/** What the server counts as unread. */
export interface MissedCounts {
  readonly conversations: number;
  readonly voicemails: number;
}

export interface AwayFindings {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Lines of the history that are new. */
  readonly seen: readonly Recent[];
  /** What the server remembers of the time. */
  readonly remembered: readonly AwayItem[];
  /** Null when the server did not say. */
  readonly before: MissedCounts | null;
  readonly after: MissedCounts | null;
}

/** More than anybody reads. */
const maxItems = 50;
/** The server notes a call when it ends, Parley when it begins. */
const sameCallMs = 2 * 60_000;

/** The digest of one absence, added to one that was not dismissed yet; null when nothing came. */
export function digestOf(earlier: AwayDigest | null, findings: AwayFindings): AwayDigest | null {
  const { fromMs, untilMs, seen, remembered, before, after } = findings;
  const calls = seen.filter(isMissedCall).map(missedCall);
  const others = remembered.filter((item) => !calls.some((call) => isSameCall(call, item)));
  const found = [...calls, ...others];
  const more = (name: keyof MissedCounts): number =>
    before === null || after === null ? 0 : Math.max(0, after[name] - before[name]);
  const known = new Set(earlier?.items.map(({ id }) => id));
  const items = [...(earlier?.items ?? []), ...found.filter(({ id }) => !known.has(id))];
  const digest = {
    fromMs: Math.min(fromMs, earlier?.fromMs ?? fromMs),
    untilMs,
    items: items.sort((one, other) => other.atMs - one.atMs).slice(0, maxItems),
    unnamed: (earlier?.unnamed ?? 0) + Math.max(0, more('conversations') - found.length),
    voicemails: (earlier?.voicemails ?? 0) + more('voicemails'),
  };
  return digest.items.length + digest.unnamed + digest.voicemails === 0 ? null : digest;
}

/** A call that Parley itself saw, and nobody took. */
export const isMissedCall = (line: Recent): line is RecentCall =>
  line.type === 'call' &&
  line.source === 'parley' &&
  line.direction === 'Incoming' &&
  line.outcome.kind === 'missed';

/** A line of the history that nobody took. */
export const missedCall = ({
  id,
  modality,
  remote,
  startedAtMs,
  subject,
  importance,
}: RecentCall): AwayItem => ({
  id,
  kind: modality === 'audio' ? 'call' : 'videoCall',
  from: remote,
  atMs: startedAtMs,
  subject,
  importance,
  preview: '',
});

const isSameCall = (call: AwayItem, item: AwayItem): boolean =>
  (item.kind === 'call' || item.kind === 'videoCall') &&
  personKey(call.from.uri) === personKey(item.from.uri) &&
  Math.abs(call.atMs - item.atMs) <= sameCallMs;
