import type { CatalogueFacts } from './catalogue-facts.ts';
import type { Parameter } from './parameters.ts';
import { list, literal, quoted } from './typescript.ts';

/** A parameter that occurs so often gets a name. */
const oftenEnough = 3;
/** A list of properties or links of this size that occurs twice gets a name. */
const longEnough = 2;

/** What several resources have in common: said once, under a name. */
export class Shared {
  /** Name of the constant by its literal. */
  readonly #properties: ReadonlyMap<string, string>;
  readonly #links: ReadonlyMap<string, string>;
  /** The literal that has the parameter's own name, by name. */
  readonly #parameters: ReadonlyMap<string, string>;

  constructor(facts: CatalogueFacts) {
    const resources = Object.entries(facts.resources);
    this.#properties = namesOf(
      resources
        .filter(([, { properties }]) => Object.keys(properties).length >= longEnough)
        .map(([name, { properties }]) => [name, literal(properties)]),
      'Properties',
    );
    this.#links = namesOf(
      resources
        .filter(([, { links }]) => links.length >= longEnough)
        .map(([name, { links }]) => [name, list(links.map(quoted))]),
      'Links',
    );
    this.#parameters = frequent(
      resources.flatMap(([, { operations }]) =>
        operations.flatMap(([, { query, body }]) => [
          ...Object.entries(query),
          ...Object.entries(body),
        ]),
      ),
    );
  }

  properties(properties: Readonly<Record<string, string>>, used: Set<string>): string {
    return this.#named(this.#properties, literal(properties), used);
  }

  links(links: readonly string[], used: Set<string>): string {
    return this.#named(this.#links, list(links.map(quoted)), used);
  }

  /** A member of an object literal. */
  parameter(name: string, parameter: Parameter, used: Set<string>): string {
    const text = literal(parameter);
    if (this.#parameters.get(name) !== text) return `${name}: ${text}`;
    used.add(name);
    return name;
  }

  declarations(): string {
    const constants = [...this.#properties, ...this.#links].map(
      ([text, name]) => `export const ${name} = ${text} as const;\n`,
    );
    const parameters = [...this.#parameters]
      .sort()
      .map(([name, text]) => `export const ${name} = ${text} as const;`);
    return `${constants.join('\n')}\n// Parameters of many operations.\n${parameters.join('\n')}\n`;
  }

  #named(names: ReadonlyMap<string, string>, text: string, used: Set<string>): string {
    const name = names.get(text);
    if (name === undefined) return text;
    used.add(name);
    return name;
  }
}

/** Names for the literals that two or more resources have, after the plainest of these resources. */
function namesOf(
  literals: readonly (readonly [resource: string, text: string])[],
  suffix: string,
): ReadonlyMap<string, string> {
  const sharers = new Map<string, string[]>();
  for (const [resource, text] of literals) {
    sharers.set(text, [...(sharers.get(text) ?? []), resource]);
  }
  const several = [...sharers].filter(([, resources]) => resources.length > 1);
  return new Map(several.map(([text, resources]) => [text, plainest(resources) + suffix]));
}

/** The one that others are kinds of (`contact` of `acceptedByContact`), or else the shortest. */
function plainest(resources: readonly string[]): string {
  const byLength = [...resources].sort((one, other) => one.length - other.length);
  const isKind = (kind: string, name: string) =>
    kind !== name && kind.toLowerCase().endsWith(name.toLowerCase());
  const found = byLength.find((name) => resources.some((kind) => isKind(kind, name)));
  return found ?? byLength[0] ?? '';
}

function frequent(
  parameters: readonly (readonly [name: string, parameter: Parameter])[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, parameter] of parameters) {
    const texts = counts.get(name) ?? new Map<string, number>();
    counts.set(name, texts);
    texts.set(literal(parameter), (texts.get(literal(parameter)) ?? 0) + 1);
  }
  const named = new Map<string, string>();
  for (const [name, texts] of counts) {
    const [text, count] = [...texts].sort(([, one], [, other]) => other - one)[0] ?? ['', 0];
    if (count >= oftenEnough) named.set(name, text);
  }
  return named;
}
