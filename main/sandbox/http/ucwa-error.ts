import type { Reply } from './reply.ts';

const codes: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  413: 'EntityTooLarge',
  415: 'UnsupportedMediaType',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'ServiceFailure',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

export interface BadParameter {
  readonly name: string;
  readonly reason: string;
}

/** A request that ends in an error body `{code, subcode, message, parameters}`. */
export class UcwaError extends Error {
  readonly status: number;
  readonly subcode: string | undefined;
  readonly parameters: readonly BadParameter[];

  constructor(
    status: number,
    subcode: string | undefined,
    message: string,
    parameters: readonly BadParameter[] = [],
  ) {
    super(message);
    this.status = status;
    this.subcode = subcode;
    this.parameters = parameters;
  }

  toReply(): Reply {
    const value = {
      code: codes[this.status] ?? 'ServiceFailure',
      subcode: this.subcode,
      message: this.message,
      ...(this.parameters.length === 0
        ? {}
        : { parameters: this.parameters.map(({ name, reason }) => ({ name, reason })) }),
    };
    return { status: this.status, document: { kind: 'reason', value } };
  }
}

export function notFound(what = 'The resource does not exist.'): UcwaError {
  return new UcwaError(404, undefined, what);
}

export function invalidParameters(parameters: readonly BadParameter[]): UcwaError {
  return new UcwaError(
    400,
    'ParameterValidationFailure',
    'One or more parameters are not valid.',
    parameters,
  );
}

export function alreadyExists(message: string): UcwaError {
  return new UcwaError(409, 'AlreadyExists', message);
}

export function conflict(message: string): UcwaError {
  return new UcwaError(409, undefined, message);
}

export function applicationNotFound(): UcwaError {
  return new UcwaError(404, 'ApplicationNotFound', 'The application was not found.');
}
