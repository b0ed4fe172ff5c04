import type { EventFacts, Method } from '../../app/ucwa/catalogue/facts.ts';
import { errorsOf, type UsualErrors, usualErrors } from './errors.ts';
import { inputOf, type Parameters } from './parameters.ts';
import { PropertyTypes } from './property-types.ts';
import type { Samples } from './samples.ts';
import type { SourceCatalogue, SourceOperation, SourceResource } from './source.ts';
import { statedType } from './stated-type.ts';
import { addedOperations, addedProperties, knownResponses } from './supplements.ts';

export interface Operation {
  readonly query: Parameters;
  readonly body: Parameters;
  readonly content: 'sdp' | 'message' | null;
  readonly response: string | null;
  readonly errors: readonly string[];
  readonly onlyErrors: readonly string[] | null;
}

export interface CatalogueResource {
  readonly rel: string | null;
  readonly revision: number | null;
  readonly properties: Readonly<Record<string, string>>;
  readonly maxLengths: Readonly<Record<string, number>>;
  readonly links: readonly string[];
  readonly events: readonly EventFacts[];
  readonly operations: readonly (readonly [Method, Operation])[];
}

/** What is written down of the source. */
export interface CatalogueFacts {
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
  readonly usualErrors: UsualErrors;
  readonly resources: Readonly<Record<string, CatalogueResource>>;
}

/** Takes the facts out of the source; prose stays behind. */
export function toFacts(source: SourceCatalogue, samples: Samples): CatalogueFacts {
  const types = new PropertyTypes(source, samples);
  const usual = usualErrors(source);
  const names = Object.keys(source.resources).sort();
  const resources = names.map((name): [string, CatalogueResource] => {
    const resource = source.resources[name];
    if (resource === undefined) throw new Error(`No resource ${name}`);
    return [name, toResource(name, resource, { source, rels: samples.rels, types, usual })];
  });
  return {
    enumerations: enumerationsOf(source),
    usualErrors: usual,
    resources: Object.fromEntries(resources),
  };
}

interface Context {
  readonly source: SourceCatalogue;
  readonly rels: ReadonlyMap<string, string>;
  readonly types: PropertyTypes;
  readonly usual: UsualErrors;
}

function toResource(name: string, resource: SourceResource, context: Context): CatalogueResource {
  const properties = new Map(
    resource.properties.map((each) => [each.name, context.types.typeOf(name, each)]),
  );
  for (const [added, type] of Object.entries(addedProperties[name] ?? {})) {
    properties.set(added, type);
  }
  const lengths = resource.properties.flatMap(({ name: property, maxLength }) =>
    maxLength === undefined ? [] : [[property, maxLength] as const],
  );
  const first = name.replace(/2$/, '');
  const isSecond = first !== name && first in context.source.resources;
  return {
    rel: isSecond ? first : null,
    revision: isSecond ? 2 : null,
    properties: Object.fromEntries(properties),
    maxLengths: Object.fromEntries(lengths),
    links: [...new Set(resource.links.map(({ rel }) => rel))].filter((rel) => rel !== 'self'),
    events: eventsOf(resource),
    operations: operationsOf(name, context.source).map((operation) => [
      operation.method,
      toOperation(name, operation, properties, context),
    ]),
  };
}

/** A resource's own operations, and those that are like another's. */
function operationsOf(name: string, source: SourceCatalogue): readonly SourceOperation[] {
  const added = (addedOperations[name] ?? []).map(({ method, like, errors }) => {
    const [resource = '', other] = like.split(' ');
    const found = source.resources[resource]?.operations.find((each) => each.method === other);
    if (found === undefined) throw new Error(`No operation ${like}`);
    return { ...found, method, errors: [...(errors ?? found.errors)] };
  });
  return [...(source.resources[name]?.operations ?? []), ...added];
}

function toOperation(
  resource: string,
  operation: SourceOperation,
  properties: ReadonlyMap<string, string>,
  context: Context,
): Operation {
  const { types, usual } = context;
  const errors = errorsOf(operation);
  const always = usual[operation.method] ?? [];
  const isUsual = always.every((each) => errors.includes(each));
  return {
    ...inputOf(resource, operation, (name) => properties.get(name) ?? types.shown(resource, name)),
    response: responseOf(resource, operation, context),
    errors: isUsual ? errors.filter((each) => !always.includes(each)) : [],
    onlyErrors: isUsual ? null : errors,
  };
}

function responseOf(
  resource: string,
  operation: SourceOperation,
  { source, rels }: Context,
): string | null {
  const id = `${resource} ${operation.method}`;
  const known = knownResponses[id];
  if (known !== undefined) return known;
  if (operation.method === 'GET') return otherResource(resource, source, rels);
  if (typeof operation.response === 'string') return null;
  const [name] = operation.response;
  if (name === undefined || !(name in source.resources)) {
    throw new Error(`${id} answers with ${name}, which is no resource`);
  }
  return name;
}

/** Some resources are but a way to another: `derivedConversation` reads as a `conversation`. */
function otherResource(
  name: string,
  source: SourceCatalogue,
  rels: ReadonlyMap<string, string>,
): string | null {
  const rel = rels.get(name);
  const isSame = rel === undefined || rel === name || `${rel}2` === name;
  const hasOwn = (source.resources[name]?.properties.length ?? 0) > 0;
  return isSame || hasOwn || !(rel in source.resources) ? null : rel;
}

/** One row for the types that share sender and priority. */
function eventsOf(resource: SourceResource): readonly EventFacts[] {
  const rows = new Map<string, EventFacts>();
  for (const { type, resource: about, priority, sender } of resource.events) {
    const key = `${about} ${priority} ${sender}`;
    const types = new Set([...(rows.get(key)?.types ?? []), type]);
    rows.set(key, { resource: about, types: [...types], priority, sender });
  }
  return [...rows.values()];
}

/** The members that the enumerations list, and those that only parameters name. */
function enumerationsOf(source: SourceCatalogue): CatalogueFacts['enumerations'] {
  const members = new Map(
    Object.entries(source.enums).map(([name, rows]) => [name, rows.map((each) => each.name)]),
  );
  for (const { operations } of Object.values(source.resources)) {
    for (const { body } of operations) {
      for (const { description } of body) {
        const stated = statedType(description);
        const name = stated?.type?.replace('[]', '');
        const known = name === undefined ? undefined : members.get(name);
        for (const member of stated?.members ?? []) {
          if (known !== undefined && !known.includes(member)) known.push(member);
        }
      }
    }
  }
  return Object.fromEntries(members);
}
