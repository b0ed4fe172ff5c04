import type { ErrorCode, ErrorSubcode } from './catalogue/generated/enumerations.ts';

/** What the caller should do about a failed request. */
export type UcwaErrorAdvice =
  | 'retry'
  | 're-authenticate'
  | 'recreate-application'
  | 'tell-the-user'
  | 'give-up';

type AdviceTable<Name extends string> = Readonly<Record<Name, UcwaErrorAdvice>>;

/** Every member of UCWA's ErrorCode, for errors whose subcode says nothing. */
export const codeAdvice = {
  BadRequest: 'give-up',
  Conflict: 'give-up',
  EntityTooLarge: 'tell-the-user',
  ExchangeServiceFailure: 'retry',
  Forbidden: 'tell-the-user',
  GatewayTimeout: 'retry',
  Gone: 'tell-the-user',
  Informational: 'give-up',
  LocalFailure: 'tell-the-user',
  MethodNotAllowed: 'give-up',
  NotAcceptable: 'give-up',
  NotFound: 'give-up',
  // Somebody else writes at the same time: read, change and write again.
  PreconditionFailed: 'retry',
  PreconditionRequired: 'give-up',
  RemoteFailure: 'tell-the-user',
  ServiceFailure: 'retry',
  ServiceUnavailable: 'retry',
  Timeout: 'retry',
  TooManyRequests: 'retry',
  UnsupportedMediaType: 'give-up',
} as const satisfies AdviceTable<ErrorCode>;

/**
 * Every subcode. `give-up` is for what needs no word: it is over, somebody
 * else dealt with it, or the request was wrong. `MakeMeAvailableRequired` means that the server has
 * the application in another state than it was left in, which making it anew sets right.
 */
export const subcodeAdvice = {
  AlreadyExists: 'give-up',
  AnonymousNotAllowed: 'tell-the-user',
  AnotherOperationPending: 'retry',
  APIVersionNotSupported: 'tell-the-user',
  ApplicationNotFound: 'recreate-application',
  AttendeeNotAllowed: 'tell-the-user',
  AutoAccepted: 'give-up',
  Busy: 'tell-the-user',
  CallbackUriUnreachable: 'give-up',
  CallTerminated: 'give-up',
  Canceled: 'give-up',
  ConnectedElsewhere: 'give-up',
  ConversationNotFound: 'give-up',
  Declined: 'tell-the-user',
  Demoted: 'tell-the-user',
  Denied: 'tell-the-user',
  DerivedConversation: 'give-up',
  DeserializationFailure: 'give-up',
  DestinationNotFound: 'tell-the-user',
  DialoutNotAllowed: 'tell-the-user',
  DoNotDisturb: 'tell-the-user',
  Ejected: 'tell-the-user',
  Ended: 'tell-the-user',
  EscalationFailed: 'tell-the-user',
  ExchangeTimeout: 'retry',
  Expired: 'tell-the-user',
  FederationRequired: 'tell-the-user',
  Forwarded: 'give-up',
  InactiveApplicationExpired: 'tell-the-user',
  InsufficientBandwidth: 'tell-the-user',
  InvalidMediaDescription: 'give-up',
  InviteesOnly: 'tell-the-user',
  IPv6NotSupported: 'tell-the-user',
  LimitExceeded: 'tell-the-user',
  LisServiceUnavailable: 'retry',
  MakeMeAvailableRequired: 'recreate-application',
  MaxEventCountReached: 'retry',
  MediaEncryptionMismatch: 'tell-the-user',
  MediaEncryptionNotSupported: 'tell-the-user',
  MediaEncryptionRequired: 'tell-the-user',
  MediaFailure: 'tell-the-user',
  MediaFallback: 'give-up',
  MediaNegotiationFailure: 'tell-the-user',
  MediaNegotiationTimeOut: 'tell-the-user',
  MigrationInProgress: 'tell-the-user',
  Missed: 'give-up',
  ModalityNotSupported: 'tell-the-user',
  NewContentSharer: 'tell-the-user',
  NoDelegatesConfigured: 'tell-the-user',
  NoLocationFound: 'tell-the-user',
  None: 'give-up',
  NormalizationFailed: 'tell-the-user',
  NotAcceptable: 'tell-the-user',
  NotAllowed: 'tell-the-user',
  NoTeamMembersConfigured: 'tell-the-user',
  OperationNotSupported: 'tell-the-user',
  ParameterValidationFailure: 'tell-the-user',
  PGetReplaced: 'give-up',
  PhoneNumberConflict: 'tell-the-user',
  ProvisioningDataUnavailable: 'retry',
  PstnCallFailed: 'tell-the-user',
  Redirected: 'give-up',
  Removed: 'tell-the-user',
  Replaced: 'give-up',
  RepliedWithOtherModality: 'tell-the-user',
  SessionSwitched: 'give-up',
  TemporarilyUnavailable: 'retry',
  ThreadIdAlreadyExists: 'give-up',
  Timeout: 'retry',
  TooManyApplications: 'tell-the-user',
  TooManyContacts: 'tell-the-user',
  TooManyConversations: 'tell-the-user',
  TooManyGroups: 'tell-the-user',
  TooManyLobbyParticipants: 'tell-the-user',
  TooManyOnlineMeetings: 'tell-the-user',
  TooManyParticipants: 'tell-the-user',
  TransferDeclined: 'tell-the-user',
  Transferred: 'give-up',
  TransferTargetDeclined: 'tell-the-user',
  Unavailable: 'retry',
  UnprocessableEntity: 'give-up',
  Unreachable: 'tell-the-user',
  UnsupportedMediaType: 'give-up',
  UserAgentNotAllowed: 'tell-the-user',
  CallbackChannelError: 'retry',
  CannotRedirect: 'tell-the-user',
  InvalidExchangeServerVersion: 'tell-the-user',
} as const satisfies AdviceTable<ErrorSubcode>;

/** The subcodes that the user is to be told about. */
export type ToldSubcode = {
  [Name in ErrorSubcode]: (typeof subcodeAdvice)[Name] extends 'tell-the-user' ? Name : never;
}[ErrorSubcode];

/** The subcode, if it is one that the user is to be told about. */
export function toldSubcode(subcode: ErrorSubcode | null): ToldSubcode | null {
  return subcode !== null && isTold(subcode) ? subcode : null;
}

function isTold(subcode: ErrorSubcode): subcode is ToldSubcode {
  return subcodeAdvice[subcode] === 'tell-the-user';
}

const codes = byLowerCase(codeAdvice);
const subcodes = byLowerCase(subcodeAdvice);

/** The member of ErrorCode of this name, whatever its case; null for one that came later. */
export function errorCode(name: string | null): ErrorCode | null {
  return codes.get(name?.toLowerCase() ?? '') ?? null;
}

/** The member of ErrorSubcode of this name, whatever its case; null for one that came later. */
export function errorSubcode(name: string | null): ErrorSubcode | null {
  return subcodes.get(name?.toLowerCase() ?? '') ?? null;
}

/** HTTP statuses that say "not now": the same request may do a moment later. */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 483, 500, 502, 503, 504]);

export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/**
 * What to do about an error response: what its subcode says, else its code, else its status.
 * @param code as the error body has it; null when it is not UCWA's, as with an error from a proxy
 */
export function adviceFor(
  status: number,
  code: string | null,
  subcode: string | null,
): UcwaErrorAdvice {
  const knownSubcode = errorSubcode(subcode);
  if (knownSubcode !== null && knownSubcode !== 'None') return subcodeAdvice[knownSubcode];
  if (isTransientStatus(status)) return 'retry';
  const knownCode = errorCode(code);
  if (knownCode !== null) return codeAdvice[knownCode];
  return status === 403 || status === 407 || status === 410 ? 'tell-the-user' : 'give-up';
}

function byLowerCase<Name extends string>(
  table: Readonly<Record<Name, UcwaErrorAdvice>>,
): ReadonlyMap<string, Name> {
  // `keys` forgets which keys a record has.
  const names = Object.keys(table) as Name[];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
