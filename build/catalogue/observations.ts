/** What a sample shows of one property. */
export interface Observation {
  readonly type: 'string' | 'boolean' | 'number' | 'date' | 'external' | 'digits';
  readonly list: boolean;
  /** The text, where it may be the member of an enumeration. */
  readonly text: string | null;
}

/** By resource, then by property. */
export type Observations = ReadonlyMap<string, ReadonlyMap<string, readonly Observation[]>>;

/** Collects observations from many samples. */
export class ObservationLog {
  readonly #seen = new Map<string, Map<string, Observation[]>>();

  get seen(): Observations {
    return this.#seen;
  }

  add(resource: string, property: string, observation: Observation): void {
    const properties = this.#seen.get(resource) ?? new Map<string, Observation[]>();
    this.#seen.set(resource, properties);
    properties.set(property, [...(properties.get(property) ?? []), observation]);
  }
}
