import type { ParameterFacts } from '../../app/ucwa/catalogue/facts.ts';
import { knownType } from './known-types.ts';
import type { SourceOperation, SourceParameter } from './source.ts';
import { statedRange, statedType } from './stated-type.ts';
import { addedContent, addedParameters, sentInBody } from './supplements.ts';

/** `ParameterFacts` before its type is known to be one of the enumerations. */
export type Parameter = Omit<ParameterFacts, 'type'> & { readonly type: string };
export type Parameters = Readonly<Record<string, Parameter>>;

export interface Input {
  readonly query: Parameters;
  readonly body: Parameters;
  readonly content: 'sdp' | 'message' | null;
}

/** What goes into the query and what into the body of an operation. */
export function inputOf(
  resource: string,
  operation: SourceOperation,
  propertyType: (property: string) => string | null,
): Input {
  const id = `${resource} ${operation.method}`;
  const isRaw = (each: SourceParameter) => statedType(each.description)?.type === null;
  const content = operation.body.some(isRaw) ? 'sdp' : (addedContent[id] ?? null);
  const listed = operation.body.filter((each) => !isRaw(each));
  const toFacts = (each: SourceParameter): [string, Parameter] => {
    const twin = listed.find(({ name }) => name === each.name);
    const stated = statedType(each.description) ?? statedType(twin?.description ?? '');
    const type =
      stated?.type ??
      knownType(resource, each.name) ??
      propertyType(each.name) ??
      impliedType(each);
    if (type === null) throw new Error(`Nothing tells the type of ${each.name} of ${id}`);
    return [each.name, { type, ...limits(each) }];
  };
  const inQuery = listed.filter(({ name }) => operation.query.some((each) => each.name === name));
  const wholeInQuery = content !== null || (inQuery.length > 0 && !hasBody(id, operation));
  const query = wholeInQuery
    ? merge(operation.query, listed)
    : operation.query.filter((each) => !inQuery.some(({ name }) => name === each.name));
  const added = addedParameters[id];
  return {
    query: { ...Object.fromEntries(query.map(toFacts)), ...added?.query },
    body: { ...Object.fromEntries(wholeInQuery ? [] : listed.map(toFacts)), ...added?.body },
    content,
  };
}

function hasBody(id: string, operation: SourceOperation): boolean {
  const sample = operation.examples?.['json.request'] ?? '';
  return sentInBody.includes(id) || /\nContent-Type: application\/json/i.test(sample);
}

function merge(
  query: readonly SourceParameter[],
  body: readonly SourceParameter[],
): readonly SourceParameter[] {
  return [...query, ...body.filter(({ name }) => !query.some((each) => each.name === name))];
}

/** A length is that of a text, a range that of a number. */
function impliedType(parameter: SourceParameter): string | null {
  if (parameter.maxLength !== undefined) return 'string';
  return Object.keys(statedRange(parameter.description)).length > 0 ? 'number' : null;
}

function limits(parameter: SourceParameter): Omit<Parameter, 'type'> {
  return {
    ...(parameter.required && { required: true as const }),
    ...(parameter.maxLength !== undefined && { maxLength: parameter.maxLength }),
    ...statedRange(parameter.description),
  };
}
