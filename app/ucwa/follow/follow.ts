import { checkInput, type LooseInput } from '../catalogue/check-input.ts';
import type { Method } from '../catalogue/facts.ts';
import { findOperation, isResourceName, type Operation } from '../catalogue/operation.ts';
import type {
  MethodOfKey,
  OperationInput,
  OperationKey,
  ReadName,
  ResponseName,
  TargetOf,
} from '../catalogue/operation-types.ts';
import type { ResourceName } from '../catalogue/resource-types.ts';
import { requireHref, requireLink } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, RequestOptions, UcwaClient } from '../ucwa-application.ts';
import type { KnownResource } from './known-resource.ts';
import { operationRequest } from './operation-request.ts';
import { type ReadResource, readResource } from './read-resource.ts';

/** What concerns the request; the query comes from the input. */
export type FollowOptions = Omit<RequestOptions, 'query'>;

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const satisfies readonly Method[];

/** What a POST gave, with the created resource read when the server sent it back. */
export interface Posted<Response extends ResourceName> extends PostResult {
  readonly created: [Response] extends [never] ? null : ReadResource<Response> | null;
}

/** What following gives, by method. */
export type FollowResult<Target extends ResourceName, Verb extends Method> = Verb extends 'GET'
  ? ReadResource<ReadName<Target>>
  : Verb extends 'POST'
    ? Posted<ResponseName<Target, Verb>>
    : Verb extends 'PUT'
      ? ReadResource<ResponseName<Target, Verb>> | null
      : undefined;

type Result<Name extends ResourceName, Key extends string> = FollowResult<
  TargetOf<Name, Key>,
  MethodOfKey<Name, Key>
>;

type Input<Name extends ResourceName, Key extends string> = OperationInput<
  TargetOf<Name, Key>,
  MethodOfKey<Name, Key>
>;

/** The input may be left out where none of it is required. */
type Rest<Given> =
  Readonly<Record<never, never>> extends Given
    ? [input?: Given, options?: FollowOptions]
    : [input: Given, options?: FollowOptions];

/**
 * Follows a link of a resource: `follow(client, communication, 'startAudioVideo', { to })`. Which
 * input the operation takes and what it gives is known from the catalogue, at compile time; its
 * limits are checked here.
 *
 * @param key a relation, or a method and a relation where the target has several methods:
 *   `presence` reads it, `POST presence` sets it. `self` is the resource's own address
 * @param rest the input, query and body together, and what concerns the request
 * @throws UcwaError 'missing-link' when the server does not offer it, 'field-limit' when the input
 *   breaks a documented limit or lacks a required field; in both cases nothing was sent. Else what
 *   the client throws
 */
export function follow<Name extends ResourceName, Key extends OperationKey<Name>>(
  client: UcwaClient,
  from: KnownResource<Name>,
  key: Key,
  ...rest: Rest<Input<Name, Key>>
): Promise<Result<Name, Key>>;
export async function follow(
  client: UcwaClient,
  from: KnownResource<ResourceName>,
  key: string,
  input: LooseInput = {},
  options: FollowOptions = {},
): Promise<ReadResource<ResourceName> | Posted<ResourceName> | null | undefined> {
  const { href, operation, target } = resolve(from, key);
  checkInput(operation, input, from.resource.dialect);
  const { query, body } = operationRequest(operation, input);
  const requestOptions = { ...options, query };
  switch (operation.method) {
    case 'GET':
      return read(operation.response ?? target, await client.get(href, requestOptions));
    case 'PUT': {
      const changes = body?.type === 'resource' ? body.properties : {};
      return read(operation.response, await client.update(href, () => changes, requestOptions));
    }
    case 'DELETE':
      await client.delete(href, requestOptions);
      return undefined;
    default: {
      const result = await client.post(href, body, requestOptions);
      return { ...result, created: read(operation.response, result.resource) };
    }
  }
}

/** The address of an operation, what is known of it, and what it is done to. */
function resolve(
  from: KnownResource<ResourceName>,
  key: string,
): { readonly href: string; readonly operation: Operation; readonly target: string } {
  const method = methods.find((each) => key.startsWith(`${each} `)) ?? null;
  const rel = method === null ? key : key.slice(method.length + 1);
  const isSelf = rel === 'self';
  const link = isSelf ? null : requireLink(from.resource, rel);
  const target = isSelf ? from.name : rel;
  const operation = findOperation(target, method, link?.revision ?? null);
  if (operation === null) throw new RangeError(`UCWA documents no ${key} of ${from.name}`);
  return { href: link?.href ?? requireHref(from.resource), operation, target };
}

function read(
  name: string | undefined,
  resource: Resource | null,
): ReadResource<ResourceName> | null {
  if (resource === null || name === undefined || !isResourceName(name)) return null;
  return readResource(name, resource);
}
