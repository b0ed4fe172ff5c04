export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly p99: number;
}

/** @throws RangeError when there are no values */
export function summarize(values: readonly number[]): Summary {
  return { min: quantile(values, 0), median: quantile(values, 0.5), p99: quantile(values, 0.99) };
}

/**
 * The value below which a share of all values lies, interpolated between neighbours.
 * @param share 0 (smallest) to 1 (largest)
 * @throws RangeError when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError('There are no values.');
  return below + (above - below) * (position - Math.floor(position));
}
