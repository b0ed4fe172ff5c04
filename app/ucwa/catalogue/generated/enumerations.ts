// Made by `npm run catalogue`: edit build/catalogue and run it again.

export const AccessLevel = ['Everyone', 'Invited', 'Locked', 'None', 'SameEnterprise'] as const;
export type AccessLevel = (typeof AccessLevel)[number];

export const ActivePeriod = ['Always', 'Workhours'] as const;
export type ActivePeriod = (typeof ActivePeriod)[number];

export const AudienceMessaging = ['Disabled', 'Enabled', 'Unknown'] as const;
export type AudienceMessaging = (typeof AudienceMessaging)[number];

export const AudienceMuteLock = ['Disabled', 'Enabled', 'Unknown'] as const;
export type AudienceMuteLock = (typeof AudienceMuteLock)[number];

export const AudioPreference = ['PhoneAudio', 'VoipAudio'] as const;
export type AudioPreference = (typeof AudioPreference)[number];

export const AudioTranscriptStatus = ['Connected', 'Ended', 'Transferred', 'Unknown'] as const;
export type AudioTranscriptStatus = (typeof AudioTranscriptStatus)[number];

export const AutomaticLeaderAssignment = ['Disabled', 'Everyone', 'SameEnterprise'] as const;
export type AutomaticLeaderAssignment = (typeof AutomaticLeaderAssignment)[number];

export const Availability = [
  'Away',
  'BeRightBack',
  'Busy',
  'DoNotDisturb',
  'IdleBusy',
  'IdleOnline',
  'Offline',
  'Online',
] as const;
export type Availability = (typeof Availability)[number];

export const BandwidthControlPolicy = ['Off', 'OffReportMode', 'On', 'OnReportMode'] as const;
export type BandwidthControlPolicy = (typeof BandwidthControlPolicy)[number];

export const CallDeclineReason = [
  'CodecMismatch',
  'EncryptionMismatch',
  'Global',
  'InsufficientBandwidth',
  'InsufficientBandwidthRerouteOverPstn',
  'InvalidMediaOffer',
  'IPv6NotSupported',
  'Local',
  'MediaAllocationFailure',
  'MediaConnectivityFailure',
  'Unknown',
  'UnsupportedMedia',
] as const;
export type CallDeclineReason = (typeof CallDeclineReason)[number];

export const CallForwardingState = ['ImmediateForward', 'SimultaneousRing', 'None'] as const;
export type CallForwardingState = (typeof CallForwardingState)[number];

export const CallState = [
  'Connected',
  'Connecting',
  'Disconnected',
  'Disconnecting',
  'Transferring',
] as const;
export type CallState = (typeof CallState)[number];

export const CallTerminationReason = [
  'CallEstablishFailureBothInternal',
  'CallEstablishFailureOneInternalOneExternal',
  'Cancel',
  'CodecMismatch',
  'ConversationSuspendedLossNetwork',
  'FailedStartAudioStream',
  'InternalFailure',
  'InvalidMediaAnswer',
  'MediaConnectivityFailure',
  'MediaTimeout',
  'MidCallFailureBothInternal',
  'MidCallFailureOneInternalOneExternal',
  'SharerLeftConference',
  'Unknown',
  'UnsupportedMedia',
  'UserInitiatedAction',
] as const;
export type CallTerminationReason = (typeof CallTerminationReason)[number];

export const ClientNetworkType = ['External', 'Internal'] as const;
export type ClientNetworkType = (typeof ClientNetworkType)[number];

export const ContactDeviceType = ['DeskPhone', 'Mobile', 'PC', 'Unknown', 'Web'] as const;
export type ContactDeviceType = (typeof ContactDeviceType)[number];

export const ContactType = ['Bot', 'Phone', 'ReplayBot', 'User'] as const;
export type ContactType = (typeof ContactType)[number];

export const ConversationLogStatus = ['Archived', 'Missed'] as const;
export type ConversationLogStatus = (typeof ConversationLogStatus)[number];

export const ConversationLogType = [
  'AppSharingLog',
  'AudioLog',
  'ConferenceLog',
  'MessageLog',
  'UnknownLog',
  'VideoLog',
] as const;
export type ConversationLogType = (typeof ConversationLogType)[number];

export const ConversationModalityType = [
  'ApplicationSharing',
  'Audio',
  'DataCollaboration',
  'Messaging',
  'PanoramicVideo',
  'Video',
] as const;
export type ConversationModalityType = (typeof ConversationModalityType)[number];

export const ConversationState = [
  'Conferenced',
  'Conferencing',
  'Connected',
  'Connecting',
  'Disconnected',
  'Disconnecting',
  'Incoming',
  'InLobby',
] as const;
export type ConversationState = (typeof ConversationState)[number];

export const Direction = ['Incoming', 'Outgoing'] as const;
export type Direction = (typeof Direction)[number];

export const EnforcementPolicy = ['Enforced', 'NotSupported', 'Supported'] as const;
export type EnforcementPolicy = (typeof EnforcementPolicy)[number];

export const EntryExitAnnouncement = ['Disabled', 'Enabled', 'Unsupported'] as const;
export type EntryExitAnnouncement = (typeof EntryExitAnnouncement)[number];

export const ErrorCode = [
  'BadRequest',
  'Conflict',
  'EntityTooLarge',
  'ExchangeServiceFailure',
  'Forbidden',
  'GatewayTimeout',
  'Gone',
  'Informational',
  'LocalFailure',
  'MethodNotAllowed',
  'NotAcceptable',
  'NotFound',
  'PreconditionFailed',
  'PreconditionRequired',
  'RemoteFailure',
  'ServiceFailure',
  'ServiceUnavailable',
  'Timeout',
  'TooManyRequests',
  'UnsupportedMediaType',
] as const;
export type ErrorCode = (typeof ErrorCode)[number];

export const ErrorSubcode = [
  'AlreadyExists',
  'AnonymousNotAllowed',
  'AnotherOperationPending',
  'APIVersionNotSupported',
  'ApplicationNotFound',
  'AttendeeNotAllowed',
  'AutoAccepted',
  'Busy',
  'CallbackUriUnreachable',
  'CallTerminated',
  'Canceled',
  'ConnectedElsewhere',
  'ConversationNotFound',
  'Declined',
  'Demoted',
  'Denied',
  'DerivedConversation',
  'DeserializationFailure',
  'DestinationNotFound',
  'DialoutNotAllowed',
  'DoNotDisturb',
  'Ejected',
  'Ended',
  'EscalationFailed',
  'ExchangeTimeout',
  'Expired',
  'FederationRequired',
  'Forwarded',
  'InactiveApplicationExpired',
  'InsufficientBandwidth',
  'InvalidMediaDescription',
  'InviteesOnly',
  'IPv6NotSupported',
  'LimitExceeded',
  'LisServiceUnavailable',
  'MakeMeAvailableRequired',
  'MediaEncryptionMismatch',
  'MediaEncryptionNotSupported',
  'MediaEncryptionRequired',
  'MediaFailure',
  'MediaFallback',
  'MediaNegotiationFailure',
  'MediaNegotiationTimeOut',
  'MigrationInProgress',
  'Missed',
  'ModalityNotSupported',
  'NewContentSharer',
  'NoDelegatesConfigured',
  'NoLocationFound',
  'NormalizationFailed',
  'NotAcceptable',
  'NotAllowed',
  'NoTeamMembersConfigured',
  'OperationNotSupported',
  'ParameterValidationFailure',
  'PGetReplaced',
  'PhoneNumberConflict',
  'ProvisioningDataUnavailable',
  'PstnCallFailed',
  'Redirected',
  'Removed',
  'Replaced',
  'RepliedWithOtherModality',
  'SessionSwitched',
  'TemporarilyUnavailable',
  'ThreadIdAlreadyExists',
  'Timeout',
  'TooManyApplications',
  'TooManyContacts',
  'TooManyConversations',
  'TooManyGroups',
  'TooManyLobbyParticipants',
  'TooManyOnlineMeetings',
  'TooManyParticipants',
  'TransferDeclined',
  'Transferred',
  'TransferTargetDeclined',
  'Unavailable',
  'Unreachable',
  'UnsupportedMediaType',
  'UserAgentNotAllowed',
  'None',
  'MaxEventCountReached',
  'CallbackChannelError',
  'InvalidExchangeServerVersion',
  'UnprocessableEntity',
  'CannotRedirect',
] as const;
export type ErrorSubcode = (typeof ErrorSubcode)[number];

export const ErrorTranscriptReason = ['TranscriptionFailed'] as const;
export type ErrorTranscriptReason = (typeof ErrorTranscriptReason)[number];

export const GenericPolicy = ['Disabled', 'Enabled', 'None'] as const;
export type GenericPolicy = (typeof GenericPolicy)[number];

export const ImmediateForwardSettingsTarget = ['Contact', 'Delegates', 'Voicemail'] as const;
export type ImmediateForwardSettingsTarget = (typeof ImmediateForwardSettingsTarget)[number];

export const Importance = ['Emergency', 'Normal', 'Urgent'] as const;
export type Importance = (typeof Importance)[number];

export const InvitationState = [
  'Alerting',
  'Cancelled',
  'Connected',
  'Connecting',
  'Declined',
  'Failed',
  'Forwarded',
  'TeamRing',
] as const;
export type InvitationState = (typeof InvitationState)[number];

export const LargeMeetingMode = ['Disabled', 'Enabled', 'Unknown'] as const;
export type LargeMeetingMode = (typeof LargeMeetingMode)[number];

export const LisQueryResultEnum = ['Failed', 'Succeeded'] as const;
export type LisQueryResultEnum = (typeof LisQueryResultEnum)[number];

export const LobbyBypassForPhoneUsers = ['Disabled', 'Enabled'] as const;
export type LobbyBypassForPhoneUsers = (typeof LobbyBypassForPhoneUsers)[number];

export const LocationRequiredEnum = ['Disclaimer', 'No', 'Yes'] as const;
export type LocationRequiredEnum = (typeof LocationRequiredEnum)[number];

export const MediaDirectionType = [
  'Inactive',
  'ReceiveOnly',
  'SendOnly',
  'SendReceive',
  'Unknown',
] as const;
export type MediaDirectionType = (typeof MediaDirectionType)[number];

export const MessageFormat = ['Html', 'Plain'] as const;
export type MessageFormat = (typeof MessageFormat)[number];

export const ModalityType = [
  'Audio',
  'Messaging',
  'PanoramicVideo',
  'PhoneAudio',
  'Video',
  'ApplicationSharing',
  'DataCollaboration',
] as const;
export type ModalityType = (typeof ModalityType)[number];

export const MuteStatus = ['Muted', 'Unmuted'] as const;
export type MuteStatus = (typeof MuteStatus)[number];

export const NoteType = ['OutOfOffice', 'Personal'] as const;
export type NoteType = (typeof NoteType)[number];

export const OnlineMeetingExtensionType = [
  'RoamedOrganizerData',
  'RoamedParticipantData',
  'Undefined',
] as const;
export type OnlineMeetingExtensionType = (typeof OnlineMeetingExtensionType)[number];

export const OnlineMeetingRel = ['myAssignedOnlineMeeting', 'myOnlineMeetings'] as const;
export type OnlineMeetingRel = (typeof OnlineMeetingRel)[number];

export const PhoneUserAdmission = ['Disabled', 'Enabled'] as const;
export type PhoneUserAdmission = (typeof PhoneUserAdmission)[number];

export const PreferredAvailability = [
  'Away',
  'BeRightBack',
  'Busy',
  'DoNotDisturb',
  'Offwork',
  'Online',
] as const;
export type PreferredAvailability = (typeof PreferredAvailability)[number];

export const PrivacyRelationshipLevel = [
  'Blocked',
  'Colleagues',
  'External',
  'FriendsAndFamily',
  'Unknown',
  'Workgroup',
] as const;
export type PrivacyRelationshipLevel = (typeof PrivacyRelationshipLevel)[number];

export const ReNegotiationDeclineReason = [
  'Conflict',
  'EncryptionMismatch',
  'InsufficientBandwidth',
  'InvalidMediaOffer',
  'IPv6NotSupported',
  'MediaAllocationFailure',
  'Unknown',
  'UnsupportedMedia',
] as const;
export type ReNegotiationDeclineReason = (typeof ReNegotiationDeclineReason)[number];

export const RelayLocation = ['All', 'Internet', 'Intranet'] as const;
export type RelayLocation = (typeof RelayLocation)[number];

export const RequirementPolicy = ['NotRequired', 'Required'] as const;
export type RequirementPolicy = (typeof RequirementPolicy)[number];

export const Role = ['Attendee', 'Leader', 'Unknown'] as const;
export type Role = (typeof Role)[number];

export const SessionState = ['Established', 'Establishing', 'Suspended'] as const;
export type SessionState = (typeof SessionState)[number];

export const SimultaneousRingTarget = ['Contact', 'Delegates', 'Team', 'None'] as const;
export type SimultaneousRingTarget = (typeof SimultaneousRingTarget)[number];

export const SourceNetwork = [
  'Everyone',
  'Federated',
  'PublicCloud',
  'SameEnterprise',
  'Unknown',
] as const;
export type SourceNetwork = (typeof SourceNetwork)[number];

export const Status = ['Failed', 'Pending', 'Succeeded'] as const;
export type Status = (typeof Status)[number];

export const SubscriptionState = [
  'Connected',
  'Connecting',
  'Disconnected',
  'Disconnecting',
] as const;
export type SubscriptionState = (typeof SubscriptionState)[number];

export const UnansweredCallHandling = ['Disabled', 'Enabled'] as const;
export type UnansweredCallHandling = (typeof UnansweredCallHandling)[number];

export const UnansweredCallHandlingTarget = ['Contact', 'Voicemail', 'None'] as const;
export type UnansweredCallHandlingTarget = (typeof UnansweredCallHandlingTarget)[number];

export const VideoSourcesAllowed = [
  'Everyone',
  'OneParticipant',
  'PresentersOnly',
  'Unknown',
] as const;
export type VideoSourcesAllowed = (typeof VideoSourcesAllowed)[number];

/** All of them, by name. */
export const enumerations = {
  AccessLevel,
  ActivePeriod,
  AudienceMessaging,
  AudienceMuteLock,
  AudioPreference,
  AudioTranscriptStatus,
  AutomaticLeaderAssignment,
  Availability,
  BandwidthControlPolicy,
  CallDeclineReason,
  CallForwardingState,
  CallState,
  CallTerminationReason,
  ClientNetworkType,
  ContactDeviceType,
  ContactType,
  ConversationLogStatus,
  ConversationLogType,
  ConversationModalityType,
  ConversationState,
  Direction,
  EnforcementPolicy,
  EntryExitAnnouncement,
  ErrorCode,
  ErrorSubcode,
  ErrorTranscriptReason,
  GenericPolicy,
  ImmediateForwardSettingsTarget,
  Importance,
  InvitationState,
  LargeMeetingMode,
  LisQueryResultEnum,
  LobbyBypassForPhoneUsers,
  LocationRequiredEnum,
  MediaDirectionType,
  MessageFormat,
  ModalityType,
  MuteStatus,
  NoteType,
  OnlineMeetingExtensionType,
  OnlineMeetingRel,
  PhoneUserAdmission,
  PreferredAvailability,
  PrivacyRelationshipLevel,
  ReNegotiationDeclineReason,
  RelayLocation,
  RequirementPolicy,
  Role,
  SessionState,
  SimultaneousRingTarget,
  SourceNetwork,
  Status,
  SubscriptionState,
  UnansweredCallHandling,
  UnansweredCallHandlingTarget,
  VideoSourcesAllowed,
} as const;
export type EnumerationName = keyof typeof enumerations;
