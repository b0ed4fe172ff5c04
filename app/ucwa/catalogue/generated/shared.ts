// Made by `npm run catalogue`: edit build/catalogue and run it again.

export const contactProperties = {
  company: 'string',
  department: 'string',
  emailAddresses: 'string[]',
  homePhoneNumber: 'string',
  sourceNetworkIconUrl: 'string',
  mobilePhoneNumber: 'string',
  name: 'string',
  office: 'string',
  otherPhoneNumber: 'string',
  sourceNetwork: 'SourceNetwork',
  title: 'string',
  type: 'ContactType',
  uri: 'string',
  workPhoneNumber: 'string',
} as const;

export const participantProperties = {
  anonymous: 'boolean',
  inLobby: 'boolean',
  local: 'boolean',
  name: 'string',
  organizer: 'boolean',
  otherPhoneNumber: 'string',
  role: 'Role',
  sourceNetwork: 'SourceNetwork',
  uri: 'string',
  workPhoneNumber: 'string',
} as const;

export const audioVideoRenegotiationProperties = {
  direction: 'Direction',
  mediaAnswer: 'external',
  mediaOffer: 'external',
  operationId: 'string',
} as const;

export const sessionProperties = {
  remoteEndpoint: 'string',
  sessionContext: 'string',
  state: 'SessionState',
} as const;

export const noteProperties = { message: 'string', type: 'NoteType' } as const;

export const groupProperties = { id: 'string', name: 'string' } as const;

export const myOnlineMeetingProperties = {
  accessLevel: 'AccessLevel',
  attendees: 'string[]',
  automaticLeaderAssignment: 'AutomaticLeaderAssignment',
  conferenceId: 'string',
  description: 'string',
  entryExitAnnouncement: 'EntryExitAnnouncement',
  expirationTime: 'date',
  joinUrl: 'string',
  leaders: 'string[]',
  legacyOnlineMeetingUri: 'string',
  lobbyBypassForPhoneUsers: 'LobbyBypassForPhoneUsers',
  onlineMeetingId: 'string',
  onlineMeetingRel: 'OnlineMeetingRel',
  onlineMeetingUri: 'string',
  organizerUri: 'string',
  phoneUserAdmission: 'PhoneUserAdmission',
  subject: 'string',
} as const;

export const contactLinks = [
  'contactLocation',
  'contactNote',
  'contactPhoto',
  'contactPresence',
  'contactPrivacyRelationship',
  'contactSupportedModalities',
] as const;

export const fromLinks = [
  'contact',
  'contactPhoto',
  'contactPresence',
  'conversation',
  'eject',
  'me',
  'participantApplicationSharing',
  'participantAudio',
  'participantDataCollaboration',
  'participantMessaging',
  'participantPanoramicVideo',
  'participantVideo',
] as const;

export const audioVideoRenegotiationLinks = [
  'answer',
  'audioVideoSession',
  'conversation',
  'dismiss',
] as const;

export const conversationLogTranscriptsLinks = [
  'nextConversationLogTranscripts',
  'conversationLogTranscript',
] as const;

export const groupLinks = ['groupContacts', 'subscribeToGroupPresence'] as const;

export const myGroupsLinks = [
  'defaultGroup',
  'delegatesGroup',
  'delegatorsGroup',
  'distributionGroup',
  'group',
  'myOrganizationGroup',
  'pinnedGroup',
] as const;

export const searchLinks = ['contact', 'distributionGroup'] as const;

// Parameters of many operations.
export const accessLevel = { type: 'AccessLevel' } as const;
export const attendees = { type: 'string[]' } as const;
export const audioPreference = { type: 'AudioPreference' } as const;
export const automaticLeaderAssignment = { type: 'AutomaticLeaderAssignment' } as const;
export const contactUri = { type: 'string', required: true, maxLength: 250 } as const;
export const contactUris = { type: 'string[]', required: true } as const;
export const culture = { type: 'string', required: true, maxLength: 100 } as const;
export const customContent = { type: 'external' } as const;
export const delegator = { type: 'string' } as const;
export const description = { type: 'string' } as const;
export const duration = { type: 'number', required: true, minimum: 10, maximum: 30 } as const;
export const entryExitAnnouncement = { type: 'EntryExitAnnouncement' } as const;
export const expand = { type: 'boolean' } as const;
export const expirationTime = { type: 'date' } as const;
export const groupId = { type: 'string', maxLength: 256 } as const;
export const id = { type: 'string' } as const;
export const importance = { type: 'Importance' } as const;
export const joinAudioMuted = { type: 'boolean' } as const;
export const joinVideoMuted = { type: 'boolean' } as const;
export const leaders = { type: 'string[]' } as const;
export const lobbyBypassForPhoneUsers = { type: 'LobbyBypassForPhoneUsers' } as const;
export const mediaOffer = { type: 'external' } as const;
export const message = { type: 'external' } as const;
export const operationId = { type: 'string', maxLength: 50 } as const;
export const phoneNumber = { type: 'string' } as const;
export const phoneUserAdmission = { type: 'PhoneUserAdmission' } as const;
export const reason = { type: 'CallTerminationReason' } as const;
export const ringDelay = { type: 'number', minimum: 5, maximum: 60 } as const;
export const sessionContext = { type: 'string', maxLength: 50 } as const;
export const subject = { type: 'string', maxLength: 250 } as const;
export const supportedMessageFormats = { type: 'MessageFormat[]' } as const;
export const supportedModalities = { type: 'ModalityType[]' } as const;
export const target = { type: 'string', required: true, maxLength: 80 } as const;
export const threadId = { type: 'string' } as const;
export const to = { type: 'string', required: true } as const;
export const userAgent = { type: 'string', required: true, maxLength: 100 } as const;
