/** Somebody whose picture could be shown. */
export interface Candidate {
  readonly person: string;
  /** When they were last heard speaking; 0 for never. Milliseconds on a clock that only grows. */
  readonly spokeMs: number;
}

/** Who speaks now has been heard within this time. */
const speaksNowMs = 500;
/** Nobody loses their place before they have been silent for this long. */
const yieldsAfterMs = 2_000;

function freshest(first: Candidate, second: Candidate): number {
  return second.spokeMs - first.spokeMs;
}

/**
 * Who is shown where to one viewer. Everybody keeps their place; who speaks and has none takes that
 * of whoever has been silent longest.
 * @param labels the places, best first
 * @param present who is in which place so far, by label
 * @returns who is in which place from now on, by label
 */
export function assignPlaces(
  labels: readonly string[],
  present: ReadonlyMap<string, string>,
  candidates: readonly Candidate[],
  nowMs: number,
): ReadonlyMap<string, string> {
  const next = new Map<string, Candidate>();
  const known = new Map(candidates.map((candidate) => [candidate.person, candidate]));
  for (const label of labels) {
    const stays = known.get(present.get(label) ?? '');
    if (stays === undefined) continue;
    next.set(label, stays);
    known.delete(stays.person);
  }
  for (const candidate of [...known.values()].sort(freshest)) {
    const label = labels.find((free) => !next.has(free)) ?? yieldedBy(next, candidate, nowMs);
    if (label !== undefined) next.set(label, candidate);
  }
  return new Map([...next].map(([label, { person }]) => [label, person]));
}

function yieldedBy(
  shown: ReadonlyMap<string, Candidate>,
  speaker: Candidate,
  nowMs: number,
): string | undefined {
  if (nowMs - speaker.spokeMs > speaksNowMs) return undefined;
  const [longest] = [...shown].sort(([, first], [, second]) => first.spokeMs - second.spokeMs);
  if (longest === undefined || nowMs - longest[1].spokeMs < yieldsAfterMs) return undefined;
  return longest[0];
}
