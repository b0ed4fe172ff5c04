import type { DialProblem } from '../domain/dialing.ts';
import type { ErrorKey } from '../i18n/en/errors.ts';
import type { CommandError, CommandErrorCode } from '../ipc/contract.ts';
import { MediaError, type MediaErrorReason } from '../ports/media-engine.ts';
import { toldSubcode } from '../ucwa/error-advice.ts';
import { UcwaError } from '../ucwa/ucwa-error.ts';

/** A command that could not be carried out, with what the user reads about it. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly error: CommandError;

  constructor(
    code: CommandErrorCode,
    messageKey: ErrorKey,
    values: Readonly<Record<string, string>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(`${code} (${messageKey})`, options);
    this.error = { code, messageKey, values };
  }
}

const dialProblems = {
  empty: 'error.nothingToDial',
  'unsupported-scheme': 'error.unsupportedScheme',
  'invalid-address': 'error.invalidAddress',
  'invalid-number': 'error.invalidNumber',
  'nobody-named': 'error.nobodyNamed',
  'several-named': 'error.severalNamed',
} as const satisfies Record<DialProblem, ErrorKey>;

export const dialFailure = (problem: DialProblem, typed: string): CommandFailure =>
  new CommandFailure('invalid-address', dialProblems[problem], { typed });

const mediaKeys = {
  'permission-denied': 'error.mediaPermission',
  'no-microphone': 'error.noMicrophone',
  'no-camera': 'error.noCamera',
  'device-busy': 'error.deviceBusy',
  'invalid-sdp': 'error.mediaFailed',
  'encryption-mismatch': 'error.mediaEncryption',
  unavailable: 'error.mediaFailed',
  timeout: 'error.mediaFailed',
} as const satisfies Record<MediaErrorReason, ErrorKey>;

/** What a window is told about anything that a command threw. */
export function toCommandError(error: unknown): CommandError {
  if (error instanceof CommandFailure) return error.error;
  if (error instanceof MediaError) {
    return new CommandFailure('media', mediaKeys[error.reason]).error;
  }
  if (error instanceof UcwaError) return ofUcwaError(error).error;
  return new CommandFailure('internal', 'error.internal').error;
}

function ofUcwaError(error: UcwaError): CommandFailure {
  switch (error.kind) {
    case 'transport':
      return new CommandFailure('network', 'error.network');
    case 'missing-link':
      return new CommandFailure('not-allowed', 'error.notAllowed');
    case 'field-limit':
      return ofFieldFault(error);
    case 'ucwa':
      return ofServerError(error);
    case 'proxy':
      if (error.advice === 'retry') return new CommandFailure('server', 'error.busyServer');
      return new CommandFailure('server', 'error.proxy', { detail: describeUcwaError(error) });
    case 'malformed':
    case 'bad-address':
      return new CommandFailure('server', 'error.server', { detail: describeUcwaError(error) });
  }
}

/** A text that is too long is the user's; anything else about a field is a mistake of ours. */
function ofFieldFault({ field }: UcwaError): CommandFailure {
  if (field?.rule !== 'maxLength') return new CommandFailure('internal', 'error.internal');
  const values = { field: field.name, limit: String(field.limit) };
  return new CommandFailure('field-limit', 'error.fieldLimit', values);
}

const maxFieldsLength = 100;

/** What UCWA itself said: by its subcode, else by what is to be done. */
function ofServerError(error: UcwaError): CommandFailure {
  const code = error.status === 403 ? 'not-allowed' : 'server';
  const told = toldSubcode(error.subcode);
  if (told !== null) {
    const fields = error.parameters.map(({ name }) => name).join(', ');
    return new CommandFailure(code, `serverError.${told}`, {
      fields: fields.slice(0, maxFieldsLength) || '?',
    });
  }
  if (code === 'not-allowed') return new CommandFailure(code, 'error.notAllowed');
  if (error.advice === 'retry') return new CommandFailure(code, 'error.busyServer');
  const isGone = error.status === 404 || error.status === 410;
  if (isGone) return new CommandFailure('not-found', 'error.gone');
  if (isUnsupported(error)) return new CommandFailure(code, 'error.notSupported');
  return new CommandFailure(code, 'error.server', { detail: describeUcwaError(error) });
}

/** A conflict without a subcode: the service, the resource or the request is not supported there. */
export const isUnsupported = ({ status, reason }: UcwaError): boolean =>
  status === 409 && reason !== null && (reason.subcode ?? 'None').toLowerCase() === 'none';

/** UCWA code and subcode, or the status, for the log and the administrator. */
export function describeUcwaError(error: UcwaError): string {
  if (error.reason !== null) {
    const { code, subcode } = error.reason;
    return subcode === null ? code : `${code}/${subcode}`;
  }
  return error.status === null ? error.kind : `HTTP ${error.status}`;
}
