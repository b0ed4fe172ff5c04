import { UcwaError } from '../http/ucwa-error.ts';
import type { Fault, RequestPattern } from './fault.ts';

/** A row of the documented errors: a request that fits is refused with this status and subcode. */
type Row = readonly [
  name: string,
  status: number,
  subcode: string | undefined,
  on: RequestPattern | readonly RequestPattern[],
  what: string,
];

const any = /^/;
const posts: RequestPattern = { method: 'POST', path: /^\/(?!batch)/ };
const starts: RequestPattern = {
  method: 'POST',
  path: /^\/communication\/\w+Invitations$/i,
};
const changesOfList: RequestPattern = { method: 'POST', path: /^\/people\/group/i };
const everything: RequestPattern = { path: any };
const reads: RequestPattern = { method: 'GET', path: /^\/(?!events)/i };
const puts: RequestPattern = { method: 'PUT', path: any };
const creation: RequestPattern = {
  method: 'POST',
  path: /\/applications$/i,
  scope: 'server',
};
const makeMeAvailable: RequestPattern = { method: 'POST', path: /^\/me\/makeMeAvailable$/i };
const mine: RequestPattern = { path: /^\/me\/(?:note|presence|location|reportMyActivity)$/i };
const forwarding: RequestPattern = {
  method: 'POST',
  path: /^\/me\/callForwardingSettings\/.+To(?:Delegates|Team)$/i,
};

const rows: readonly Row[] = [
  ['bad-request', 400, undefined, posts, 'every POST is a bad request'],
  ['deserialization-failure', 400, 'DeserializationFailure', posts, 'no body can be read'],
  [
    'parameter-validation-failure',
    400,
    'ParameterValidationFailure',
    posts,
    'every POST has a bad parameter',
  ],
  [
    'normalization-failed',
    400,
    'NormalizationFailed',
    { method: 'POST', path: /(?:phoneAudioInvitations|changeNumber)/i },
    'no phone number can be made sense of',
  ],
  ['forbidden', 403, undefined, posts, 'nothing may be done'],
  [
    'anonymous-not-allowed',
    403,
    'AnonymousNotAllowed',
    makeMeAvailable,
    'makeMeAvailable is not for the likes of this user',
  ],
  [
    'limit-exceeded',
    403,
    'LimitExceeded',
    { method: 'POST', path: /^\/people\/presenceSubscription/i },
    'there are too many presence subscriptions',
  ],
  [
    'operation-not-supported',
    403,
    'OperationNotSupported',
    { path: /^\/people\/groupMemberships/i },
    'group memberships are not to be had',
  ],
  [
    'too-many-contacts-in-group',
    403,
    'TooManyContacts',
    { path: /expandDistributionGroup$/i },
    'distribution groups are too large to expand',
  ],
  ['dialout-not-allowed', 403, 'DialoutNotAllowed', starts, 'nobody may be called out'],
  [
    'attendee-not-allowed',
    403,
    'AttendeeNotAllowed',
    { method: 'POST', path: /^\/communication\/conversations\//i },
    'attendees may not do this',
  ],
  ['not-found', 404, undefined, reads, 'every resource is gone'],
  [
    'application-not-found',
    404,
    'ApplicationNotFound',
    everything,
    'the application is gone, whatever is asked of it',
  ],
  [
    'conversation-not-found',
    404,
    'ConversationNotFound',
    { path: /^\/communication\/conversations\//i },
    'conversations are gone',
  ],
  ['destination-not-found', 404, 'DestinationNotFound', starts, 'nobody can be found to talk to'],
  [
    'api-version-not-supported',
    404,
    'APIVersionNotSupported',
    { path: /^\/people\/(?:search|group)/i },
    'the second revision of a resource is not supported',
  ],
  ['method-not-allowed', 405, undefined, puts, 'nothing can be PUT'],
  ['not-acceptable', 406, undefined, reads, 'no content type pleases'],
  ['conflict', 409, undefined, posts, 'everything is in the wrong state'],
  [
    'already-exists',
    409,
    'AlreadyExists',
    [makeMeAvailable, starts],
    'everything is there already',
  ],
  [
    'make-me-available-required',
    409,
    'MakeMeAvailableRequired',
    mine,
    'the user counts as not available',
  ],
  ['too-many-groups', 409, 'TooManyGroups', [changesOfList, starts], 'there are too many groups'],
  [
    'too-many-contacts',
    409,
    'LimitExceeded',
    { method: 'POST', path: /^\/people\/groupMemberships$/i },
    'there are too many contacts',
  ],
  ['no-delegates', 409, 'NoDelegatesConfigured', forwarding, 'there are no delegates'],
  ['no-team', 409, 'NoTeamMembersConfigured', forwarding, 'there is no team'],
  [
    'another-operation-pending',
    409,
    'AnotherOperationPending',
    { method: 'POST', path: /renegotiations$|\/messaging\/|Invitations$/i },
    'something else is going on already',
  ],
  [
    'too-many-conversations',
    409,
    'TooManyConversations',
    starts,
    'there are too many conversations',
  ],
  [
    'thread-id-already-exists',
    409,
    'ThreadIdAlreadyExists',
    starts,
    'there is a conversation with this thread already',
  ],
  [
    'too-many-online-meetings',
    409,
    'TooManyOnlineMeetings',
    { method: 'POST', path: /onlineMeeting/i },
    'there are too many meetings',
  ],
  [
    'pget-replaced',
    409,
    'PGetReplaced',
    { path: /^\/events$/i },
    'every event request has been replaced by another',
  ],
  [
    'too-many-applications',
    410,
    'TooManyApplications',
    [creation, everything],
    'the user has too many applications: this one had to go',
  ],
  [
    'inactive-application-expired',
    410,
    'InactiveApplicationExpired',
    everything,
    'the application has gone for want of activity',
  ],
  [
    'user-agent-not-allowed',
    410,
    'UserAgentNotAllowed',
    [creation, everything],
    'this program is not allowed',
  ],
  ['gone', 410, undefined, reads, 'every resource was there once, and is no more'],
  ['cannot-redirect', 410, 'CannotRedirect', everything, 'the pool is gone, without a backup'],
  ['precondition-failed', 412, undefined, puts, 'what is PUT has always changed'],
  ['entity-too-large', 413, undefined, posts, 'every body is too large'],
  ['unsupported-media-type', 415, undefined, posts, 'no type of body is understood'],
  ['precondition-required', 428, undefined, puts, 'no precondition is good enough'],
  [
    'batch-too-many-requests',
    429,
    undefined,
    { method: 'POST', path: /^\/batch$/i },
    'batches are too much; nothing in them is done',
  ],
  ['too-many-requests', 429, undefined, reads, 'every read is one too many'],
  ['service-failure', 500, undefined, everything, 'the server has failed'],
  [
    'callback-channel-error',
    500,
    'CallbackChannelError',
    posts,
    'the event channel cannot be reached',
  ],
  [
    'invalid-exchange-version',
    500,
    'InvalidExchangeServerVersion',
    { path: /^\/(?:people\/|communication\/conversationLogs|onlineMeetings)/i },
    'the mailbox has moved to a version that is not supported',
  ],
  [
    'meeting-options-unavailable',
    500,
    'InvalidExchangeServerVersion',
    { method: 'GET', path: /^\/onlineMeetings\/(?!my)/i },
    'what can be chosen for meetings cannot be had, nor numbers to call in',
  ],
  [
    'migration-in-progress',
    500,
    'MigrationInProgress',
    changesOfList,
    'the contact list is being migrated and read-only',
  ],
  [
    'provisioning-data-unavailable',
    500,
    'ProvisioningDataUnavailable',
    { path: /^\/(?:policies|reportMyNetwork)$/i },
    'policies cannot be had',
  ],
  ['service-unavailable', 503, undefined, everything, 'the service is not available'],
  ['gateway-timeout', 504, 'Timeout', reads, 'the servers behind take too long'],
  ['application-creation-unavailable', 503, 'Unavailable', creation, 'no application can be made'],
];

/** Some errors strike now and then, as a session that never gets through shows nothing. */
const rare: Readonly<Record<string, number>> = {
  'service-failure': 3,
  'service-unavailable': 3,
  'gateway-timeout': 3,
  'too-many-requests': 3,
  'pget-replaced': 3,
};

/** One fault per row of the documented errors that a request can be answered with. */
export const refusals: readonly Fault[] = rows.map(([name, status, subcode, on, what]) => ({
  name,
  description: `${[status, subcode].filter((part) => part !== undefined).join(' ')}: ${what}`,
  on,
  every: rare[name] ?? 1,
  before: () => {
    const parameters =
      subcode === 'ParameterValidationFailure' ? [{ name: 'fault', reason: 'Invalid' }] : [];
    return new UcwaError(status, subcode, `The fault ${name} is on.`, parameters).toReply();
  },
}));
