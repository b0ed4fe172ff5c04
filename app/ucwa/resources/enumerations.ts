/** UCWA's enumerations, as far as readers and requests here use them. */

export const importances = ['Normal', 'Urgent', 'Emergency'] as const;
export type Importance = (typeof importances)[number];

export const directions = ['Incoming', 'Outgoing'] as const;
export type Direction = (typeof directions)[number];

export const invitationStates = [
  'Alerting',
  'Connecting',
  'Connected',
  'Cancelled',
  'Declined',
  'Failed',
  'Forwarded',
  'TeamRing',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** State of a modality, such as audioVideo (`CallState`). */
export const modalityStates = [
  'Connecting',
  'Connected',
  'Disconnecting',
  'Disconnected',
  'Transferring',
] as const;
export type ModalityState = (typeof modalityStates)[number];

export const sessionStates = ['Establishing', 'Established', 'Suspended'] as const;
export type SessionState = (typeof sessionStates)[number];

export const conversationStates = [
  'Incoming',
  'Connecting',
  'Connected',
  'Conferencing',
  'Conferenced',
  'InLobby',
  'Disconnecting',
  'Disconnected',
] as const;
export type ConversationState = (typeof conversationStates)[number];

export const availabilities = [
  'Online',
  'IdleOnline',
  'Busy',
  'IdleBusy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offline',
] as const;
export type Availability = (typeof availabilities)[number];

/** What a user may choose for their own presence. */
export const preferredAvailabilities = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
] as const;
export type PreferredAvailability = (typeof preferredAvailabilities)[number];

export const roles = ['Attendee', 'Leader', 'Unknown'] as const;
export type Role = (typeof roles)[number];

export const sourceNetworks = [
  'SameEnterprise',
  'Federated',
  'PublicCloud',
  'Everyone',
  'Unknown',
] as const;
export type SourceNetwork = (typeof sourceNetworks)[number];

export const contactTypes = ['User', 'Bot', 'ReplayBot', 'Phone'] as const;
export type ContactType = (typeof contactTypes)[number];

export const deviceTypes = ['PC', 'Mobile', 'DeskPhone', 'Web', 'Unknown'] as const;
export type DeviceType = (typeof deviceTypes)[number];

export type Modality =
  | 'Messaging'
  | 'PhoneAudio'
  | 'Audio'
  | 'Video'
  | 'ApplicationSharing'
  | 'DataCollaboration'
  | 'PanoramicVideo';

export type MessageFormat = 'Plain' | 'Html';

export type CallDeclineReason =
  | 'Local'
  | 'Global'
  | 'Unknown'
  | 'MediaAllocationFailure'
  | 'EncryptionMismatch'
  | 'IPv6NotSupported'
  | 'MediaConnectivityFailure'
  | 'CodecMismatch'
  | 'UnsupportedMedia'
  | 'InvalidMediaOffer'
  | 'InsufficientBandwidth'
  | 'InsufficientBandwidthRerouteOverPstn';

export type CallTerminationReason =
  | 'UserInitiatedAction'
  | 'Cancel'
  | 'Unknown'
  | 'InternalFailure'
  | 'FailedStartAudioStream'
  | 'MediaTimeout'
  | 'MediaConnectivityFailure'
  | 'CodecMismatch'
  | 'UnsupportedMedia'
  | 'InvalidMediaAnswer'
  | 'ConversationSuspendedLossNetwork'
  | 'SharerLeftConference'
  | 'CallEstablishFailureBothInternal'
  | 'CallEstablishFailureOneInternalOneExternal'
  | 'MidCallFailureBothInternal'
  | 'MidCallFailureOneInternalOneExternal';

export type RenegotiationDeclineReason =
  | 'Unknown'
  | 'Conflict'
  | 'MediaAllocationFailure'
  | 'EncryptionMismatch'
  | 'IPv6NotSupported'
  | 'UnsupportedMedia'
  | 'InvalidMediaOffer'
  | 'InsufficientBandwidth';
