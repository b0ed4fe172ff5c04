import { knownType } from './known-types.ts';
import type { Observation, Observations } from './observations.ts';
import type { Samples } from './samples.ts';
import type { SourceCatalogue, SourceResource } from './source.ts';
import { statedType } from './stated-type.ts';

/**
 * Finds the type of properties, by the first that tells it: the table of known types, the parameter
 * of the same name that writes it, the enumeration that the description or the name means, and else
 * what the samples show.
 */
export class PropertyTypes {
  readonly #source: SourceCatalogue;
  readonly #samples: Samples;

  constructor(source: SourceCatalogue, samples: Samples) {
    this.#source = source;
    this.#samples = samples;
  }

  /** @throws Error when nothing tells the type: `known-types.ts` must */
  typeOf(resource: string, property: SourceResource['properties'][number]): string {
    const { name, description } = property;
    const seen = this.#observed(resource, name);
    const list = seen.some((each) => each.list);
    const scalar =
      knownType(resource, name) ??
      this.#external(seen) ??
      this.#putParameter(resource, name) ??
      this.#namedEnumeration(name, description, seen) ??
      this.#policy(seen) ??
      this.#shown(seen);
    if (scalar === null) throw new Error(`Nothing tells the type of ${resource}.${name}`);
    return list && !scalar.endsWith('[]') ? `${scalar}[]` : scalar;
  }

  /** What the samples show of that name in this resource or elsewhere. */
  shown(resource: string, name: string): string | null {
    const seen = this.#observed(resource, name);
    const scalar = this.#shown(seen);
    return scalar !== null && seen.some((each) => each.list) ? `${scalar}[]` : scalar;
  }

  #external(seen: readonly Observation[]): string | null {
    return seen.some((each) => each.type === 'external') ? 'external' : null;
  }

  /** A resource that can be written repeats its properties as parameters, whose types are stated. */
  #putParameter(resource: string, name: string): string | null {
    const put = this.#source.resources[resource]?.operations.find(({ method }) => method === 'PUT');
    const parameter = put?.body.find((each) => each.name === name);
    return parameter === undefined ? null : (statedType(parameter.description)?.type ?? null);
  }

  #namedEnumeration(
    name: string,
    description: string,
    seen: readonly Observation[],
  ): string | null {
    const enumerations = this.#source.enums;
    const inWords = /\((\w+)\)/.exec(description)?.[1];
    if (inWords !== undefined && inWords in enumerations) return inWords;
    const sameName = Object.keys(enumerations).find(
      (each) => each.toLowerCase() === name.toLowerCase(),
    );
    if (sameName === undefined) return null;
    const members = enumerations[sameName]?.map((each) => each.name) ?? [];
    const fits = seen.every(({ text }) => text !== null && members.includes(text));
    return fits ? sameName : null;
  }

  /** `Enabled` and `Disabled` without a word on the enumeration are those of the general policy. */
  #policy(seen: readonly Observation[]): string | null {
    const values = ['Enabled', 'Disabled', 'None'];
    const fits = seen.every(({ text }) => text !== null && values.includes(text));
    return seen.length > 0 && fits ? 'GenericPolicy' : null;
  }

  #shown(seen: readonly Observation[]): string | null {
    const types = new Set(seen.map(({ type }) => type));
    const [type] = types;
    return types.size === 1 && type !== undefined && type !== 'digits' ? type : null;
  }

  /** Of the resource itself, in JSON rather than in XML; else of that name anywhere. */
  #observed(resource: string, name: string): readonly Observation[] {
    const { json, xml } = this.#samples;
    const ranked = [
      json.get(resource)?.get(name),
      xml.get(resource)?.get(name),
      anywhere(json, name),
      anywhere(xml, name),
    ];
    const isClear = (seen: readonly Observation[] | undefined) =>
      seen !== undefined && seen.length > 0 && seen.every(({ type }) => type !== 'digits');
    return ranked.find(isClear) ?? [];
  }
}

function anywhere(observations: Observations, name: string): readonly Observation[] {
  return [...observations.values()].flatMap((properties) => properties.get(name) ?? []);
}
