import { UcwaError } from '../ucwa-error.ts';
import type { Method, OperationFacts, ResourceFacts } from './facts.ts';
import { resources } from './generated/resources.ts';
import { usualErrors } from './generated/usual-errors.ts';
import type { MethodOf, OperationError } from './operation-types.ts';
import type { ResourceName } from './resource-types.ts';

/** An error that the documentation names for an operation. */
export interface DocumentedError {
  readonly status: number;
  readonly code: string;
  readonly subcode: string | null;
}

/** One operation with everything that is known of it. */
export interface Operation extends OperationFacts {
  readonly resource: ResourceName;
  readonly method: Method;
}

/** Whether the catalogue has a resource of this name. */
export function isResourceName(name: string): name is ResourceName {
  return Object.hasOwn(resources, name);
}

/** The entry of a resource. */
export function factsOf(name: ResourceName): ResourceFacts {
  return resources[name];
}

/**
 * The operation that a relation leads to.
 * @param method null for the usual one: GET if there is one, else the only one
 * @param revision of the link; null when it names none, which means 1
 * @returns null when no revision of the resource has it
 */
export function findOperation(
  rel: string,
  method: Method | null,
  revision: string | null,
): Operation | null {
  const ranked = [rel, `${rel}2`].filter(isResourceName);
  if (Number(revision) >= 2) ranked.reverse();
  for (const name of ranked) {
    const operations = factsOf(name).operations ?? {};
    const found = method ?? usualMethod(operations);
    const facts = found === null ? undefined : operations[found];
    if (found !== null && facts !== undefined) return { ...facts, resource: name, method: found };
  }
  return null;
}

/** An operation that is documented, for requests that no link of a known resource leads to. */
export function operationOf<Name extends ResourceName>(
  resource: Name,
  method: MethodOf<Name>,
): Operation {
  const facts = factsOf(resource).operations?.[method];
  if (facts === undefined) throw new RangeError(`UCWA documents no ${method} of ${resource}`);
  return { ...facts, resource, method };
}

/** Everything that the documentation says the operation may fail with. */
export function documentedErrors(operation: Operation): readonly DocumentedError[] {
  const { onlyErrors, errors = [], method } = operation;
  return (onlyErrors ?? [...usualErrors[method], ...errors]).map(parseError);
}

/**
 * Whether a request failed with one of the errors that are documented for its operation.
 * @param _resource what the request was about, so that the compiler knows the errors
 */
export function failedWith<Name extends ResourceName>(
  error: unknown,
  _resource: Name,
  row: OperationError<Name>,
): boolean {
  const { status, subcode } = parseError(row);
  return error instanceof UcwaError && error.status === status && error.subcode === subcode;
}

/** All operations of the catalogue. */
export function allOperations(): readonly Operation[] {
  return Object.keys(resources)
    .filter(isResourceName)
    .flatMap((resource) => {
      const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const;
      return methods.flatMap((method) => {
        const facts = factsOf(resource).operations?.[method];
        return facts === undefined ? [] : [{ ...facts, resource, method }];
      });
    });
}

function usualMethod(operations: NonNullable<ResourceFacts['operations']>): Method | null {
  if (operations.GET !== undefined) return 'GET';
  const methods = ['POST', 'PUT', 'DELETE'] as const;
  return methods.find((method) => operations[method] !== undefined) ?? null;
}

function parseError(row: string): DocumentedError {
  const [, status, code = '', subcode] = /^(\d+) (\w+)(?:\/(\w+))?$/.exec(row) ?? [];
  return { status: Number(status), code, subcode: subcode ?? null };
}
