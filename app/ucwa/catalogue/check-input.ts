import type { Dialect } from '../hypermedia/relation.ts';
import type { PropertyValue } from '../hypermedia/resource.ts';
import { type FieldFault, UcwaError } from '../ucwa-error.ts';
import type { ParameterFacts } from './facts.ts';
import type { Operation } from './operation.ts';

/** The input of an operation, query and body together. */
export type LooseInput = Readonly<Record<string, PropertyValue | undefined>>;

/**
 * Refuses what the server would refuse, before it is sent.
 * @param dialect of the resource that offers the operation
 * @throws UcwaError 'field-limit' naming the field and its limit, and not quoting its value
 */
export function checkInput(operation: Operation, input: LooseInput, dialect: Dialect): void {
  const parameters = { ...operation.query, ...operation.body };
  for (const [name, facts] of Object.entries(parameters)) {
    const value = input[name] ?? null;
    if (value === null && isRequired(facts, operation, dialect))
      throw refusal({ name, rule: 'required', limit: null }, `${name} is missing`);
    checkValue(name, facts, value);
  }
  const content = operation.content === 'sdp' ? 'sdp' : 'text';
  if (operation.content !== undefined && typeof input[content] !== 'string') {
    throw refusal({ name: content, rule: 'required', limit: null }, `${content} is missing`);
  }
}

function isRequired(facts: ParameterFacts, operation: Operation, dialect: Dialect): boolean {
  // A PUT sends back what it does not change.
  if (operation.method === 'PUT') return false;
  return facts.required === true || (facts.hosted === 'required' && dialect !== 'ucwa');
}

function checkValue(name: string, facts: ParameterFacts, value: PropertyValue): void {
  const { maxLength, minimum, maximum } = facts;
  if (typeof value === 'string' && maxLength !== undefined && value.length > maxLength) {
    throw refusal(
      { name, rule: 'maxLength', limit: maxLength },
      `${name} has ${value.length} characters, at most ${maxLength} are allowed`,
    );
  }
  if (typeof value !== 'number') return;
  if (minimum !== undefined && value < minimum) {
    throw refusal({ name, rule: 'minimum', limit: minimum }, `${name} is less than ${minimum}`);
  }
  if (maximum !== undefined && value > maximum) {
    throw refusal({ name, rule: 'maximum', limit: maximum }, `${name} is more than ${maximum}`);
  }
}

function refusal(field: FieldFault, message: string): UcwaError {
  return new UcwaError('field-limit', message, { advice: 'tell-the-user', field });
}
