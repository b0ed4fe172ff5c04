/**
 * How long the server may hold events back so that they travel together, and how long it lets a
 * P-GET hang without any, in seconds. Events of priority High (invitations, calls, messages) are
 * never held back, whatever these say.
 */
export interface Aggregation {
  readonly lowSeconds: number;
  readonly mediumSeconds: number;
  readonly timeoutSeconds: number;
}

/** The limits that the `events` resource documents. */
const shortestHoldSeconds = 5;
const shortestTimeoutSeconds = 180;
const longestSeconds = 1800;

/** Somebody looks: changes of presence are shown as soon as the server allows. */
export const promptAggregation: Aggregation = {
  lowSeconds: 5,
  mediumSeconds: 5,
  timeoutSeconds: 180,
};

/** Nobody looks. */
export const calmAggregation: Aggregation = {
  lowSeconds: 60,
  mediumSeconds: 15,
  timeoutSeconds: 180,
};

/**
 * Nobody looks and the battery is in use. The timeout stays moderate: until it has passed, a
 * connection that died silently looks like one on which nothing happens.
 */
export const frugalAggregation: Aggregation = {
  lowSeconds: 600,
  mediumSeconds: 120,
  timeoutSeconds: 300,
};

/** The aggregation that comes closest within the documented limits, in whole seconds. */
export function withinLimits(aggregation: Aggregation): Aggregation {
  return {
    lowSeconds: within(aggregation.lowSeconds, shortestHoldSeconds),
    mediumSeconds: within(aggregation.mediumSeconds, shortestHoldSeconds),
    timeoutSeconds: within(aggregation.timeoutSeconds, shortestTimeoutSeconds),
  };
}

/** The query parameters of a P-GET. */
export function aggregationQuery(aggregation: Aggregation): Readonly<Record<string, string>> {
  return {
    low: String(aggregation.lowSeconds),
    medium: String(aggregation.mediumSeconds),
    timeout: String(aggregation.timeoutSeconds),
  };
}

/** Whether `one` brings some event sooner than `other`. */
export function isPrompter(one: Aggregation, other: Aggregation): boolean {
  return one.lowSeconds < other.lowSeconds || one.mediumSeconds < other.mediumSeconds;
}

export function isSameAggregation(one: Aggregation, other: Aggregation): boolean {
  return (
    one.lowSeconds === other.lowSeconds &&
    one.mediumSeconds === other.mediumSeconds &&
    one.timeoutSeconds === other.timeoutSeconds
  );
}

function within(seconds: number, shortest: number): number {
  return Math.min(longestSeconds, Math.max(shortest, Math.round(seconds)));
}
