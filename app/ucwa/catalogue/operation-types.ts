import type { Method } from './facts.ts';
import type { EnumerationName, MessageFormat } from './generated/enumerations.ts';
import type { resources } from './generated/resources.ts';
import type { usualErrors } from './generated/usual-errors.ts';
import type { LinkRel, Member, ResourceName, SecondRevision } from './resource-types.ts';

/** What these answer with is no resource: events, pictures, a page, many answers at once. */
type Opaque = 'batch' | 'contactPhoto' | 'events' | 'photo' | 'xframe';

type Operations<Name extends ResourceName> = (typeof resources)[Name] extends {
  operations: infer All;
}
  ? All
  : Readonly<Record<never, never>>;

/** By resource, so that the compiler works each out once. */
type MethodTable = {
  [Name in ResourceName]: Exclude<
    (keyof Operations<Name> | keyof SecondOperations[Name]) & Method,
    'OPTIONS'
  >;
};
type SecondOperations = {
  [Name in ResourceName]: `${Name}2` extends ResourceName
    ? Operations<`${Name}2`>
    : Readonly<Record<never, never>>;
};

/** The methods that a resource has in any of its revisions. */
export type MethodOf<Name extends ResourceName> = MethodTable[Name];

/** GET where there is one; else the only method there is. */
export type UsualMethod<Name extends ResourceName> = 'GET' extends MethodTable[Name]
  ? 'GET'
  : MethodTable[Name];

/** How a relation can be followed. */
type KeysOfRel = {
  [Rel in ResourceName]: Rel extends Opaque
    ? never
    : [MethodTable[Rel]] extends [never]
      ? never
      : Rel | `${MethodTable[Rel]} ${Rel}`;
};
type KeysOfSelf = {
  [Name in ResourceName]: Name extends Opaque
    ? never
    : [MethodTable[Name]] extends [never]
      ? never
      : 'self' | `${MethodTable[Name]} self`;
};
type KeyTable = { [Name in ResourceName]: KeysOfSelf[Name] | KeysOfRel[LinkRel<Name>] };

/**
 * What can be done from a resource: a relation (`presence`, which means GET, or the only method
 * that its target has), or a method and a relation (`POST presence`).
 */
export type OperationKey<Name extends ResourceName> = KeyTable[Name];

/** The resource that a relation of a resource leads to. */
type Target<Name extends ResourceName, Rel> = Rel extends 'self'
  ? Name
  : Rel extends ResourceName
    ? Rel
    : never;

/** The target of an operation. */
export type TargetOf<
  Name extends ResourceName,
  Key extends string,
> = Key extends `${Method} ${infer Rel}` ? Target<Name, Rel> : Target<Name, Key>;

/** The method of an operation. */
export type MethodOfKey<
  Name extends ResourceName,
  Key extends string,
> = Key extends `${infer Verb extends Method} ${string}` ? Verb : UsualMethod<Target<Name, Key>>;

type Value<Type> = Type extends `${infer Scalar}[]`
  ? readonly ScalarValue<Scalar>[]
  : ScalarValue<Type>;
type ScalarValue<Type> = Type extends EnumerationName
  ? Member<Type>
  : Type extends 'boolean'
    ? boolean
    : Type extends 'number' | 'date'
      ? number
      : string;

type Parameters<Operation> = (Operation extends { query: infer Query } ? Query : unknown) &
  (Operation extends { body: infer Body } ? Body : unknown);

/** What goes into a raw body. */
type Content<Operation> = Operation extends { content: 'sdp' }
  ? { readonly sdp: string }
  : Operation extends { content: 'message' }
    ? { readonly text: string; readonly format: MessageFormat }
    : unknown;

type TypeOf<Parameter> = Parameter extends { type: infer Type } ? Value<Type> : never;

type Required<All> = {
  readonly [Name in keyof All as All[Name] extends { required: true } ? Name : never]: TypeOf<
    All[Name]
  >;
};
type Optional<All> = {
  readonly [Name in keyof All as All[Name] extends { required: true } ? never : Name]?: TypeOf<
    All[Name]
  >;
};
type Every<All> = { readonly [Name in keyof All]?: TypeOf<All[Name]> };

type Flat<Type> = { readonly [Name in keyof Type]: Type[Name] };

/** What is not given in a PUT stays as it is; so nothing is required. */
type Input<Operation, Verb extends Method> = Verb extends 'PUT'
  ? Flat<Every<Parameters<Operation>>>
  : Flat<Required<Parameters<Operation>> & Optional<Parameters<Operation>> & Content<Operation>>;

type OperationOf<Name extends ResourceName, Verb extends Method> = Name extends ResourceName
  ? Verb extends keyof Operations<Name>
    ? Operations<Name>[Verb]
    : never
  : never;

/** Each revision's own operation. */
type Revisions<Name extends ResourceName, Verb extends Method> =
  | OperationOf<Name, Verb>
  | OperationOf<SecondRevision<Name>, Verb>;

type InputOfEach<Operation, Verb extends Method> = Operation extends unknown
  ? Input<Operation, Verb>
  : never;

/**
 * The input of an operation, query and body together. `external` parameters are `data:` URIs,
 * moments milliseconds since 1970.
 */
export type OperationInput<
  Name extends ResourceName,
  Verb extends Method = UsualMethod<Name>,
> = InputOfEach<Revisions<Name, Verb>, Verb>;

/** What a GET reads: the resource itself, or the one that it is a way to. */
export type ReadName<Name extends ResourceName> = [ResponseName<Name, 'GET'>] extends [never]
  ? Name
  : ResponseName<Name, 'GET'>;

/** The resource that a POST or PUT gives, or a GET instead of its own; never when there is none. */
export type ResponseName<Name extends ResourceName, Verb extends Method> =
  Revisions<Name, Verb> extends infer Operation
    ? Operation extends { response: infer Response extends ResourceName }
      ? Response
      : never
    : never;

type ErrorsOf<Operation, Verb extends Method> = Operation extends {
  onlyErrors: readonly (infer Only)[];
}
  ? Only
  :
      | (typeof usualErrors)[Verb][number]
      | (Operation extends { errors: readonly (infer Other)[] } ? Other : never);

/** The errors that the documentation names for an operation, such as `409 Conflict/AlreadyExists`. */
export type OperationError<Name extends ResourceName, Verb extends Method = UsualMethod<Name>> =
  Revisions<Name, Verb> extends infer Operation
    ? Operation extends unknown
      ? ErrorsOf<Operation, Verb>
      : never
    : never;
