import type { Method, ParameterFacts } from '../../app/ucwa/catalogue/facts.ts';

/** Properties that samples or servers have and the catalogue's lists leave out. */
export const addedProperties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // In the documentation's own samples of the resource.
  communication: { simultaneousRingNumberMatch: 'GenericPolicy' },
  // Servers say when an application ends.
  application: { expires: 'date' },
};

/** Parameters that the catalogue leaves out, by operation. */
export const addedParameters: Readonly<
  Record<
    string,
    {
      readonly query?: Readonly<Record<string, ParameterFacts>>;
      readonly body?: Readonly<Record<string, ParameterFacts>>;
    }
  >
> = {
  // Servers take a session context with the acceptance of a messaging invitation.
  'accept POST': { query: { sessionContext: { type: 'string', maxLength: 50 } } },
  // Servers know the type of application, such as Browser or Phone.
  'applications POST': { body: { type: { type: 'string' } } },
  // The second revision is made like the first; its page forgets the input.
  'applications2 POST': {
    body: {
      culture: { type: 'string', required: true, maxLength: 100 },
      endpointId: { type: 'string', required: true, maxLength: 100 },
      instanceId: { type: 'string', maxLength: 100 },
      userAgent: { type: 'string', required: true, maxLength: 100 },
      type: { type: 'string' },
    },
  },
  // How somebody without an account joins; as long as the property of the invitation.
  'joinOnlineMeeting POST': { body: { anonymousDisplayName: { type: 'string', maxLength: 250 } } },
  // The subject of a meeting is that of the conversation in it, which has this limit.
  'myAssignedOnlineMeeting PUT': { body: { subject: { type: 'string', maxLength: 250 } } },
  'myOnlineMeeting PUT': { body: { subject: { type: 'string', maxLength: 250 } } },
  'myOnlineMeetings POST': { body: { subject: { type: 'string', maxLength: 250 } } },
  // The hosted service's pages on these operations.
  'startAudioVideo POST': {
    body: { callbackUrl: { type: 'string', maxLength: 1024, hosted: 'only' } },
  },
  'startAudioVideo2 POST': {
    body: { callbackUrl: { type: 'string', maxLength: 1024, hosted: 'only' } },
  },
  'addParticipant POST': {
    body: {
      operationId: { type: 'string', maxLength: 50, hosted: 'required' },
      modalities: { type: 'ConversationModalityType[]', hosted: 'only' },
      onBehalfOf: { type: 'string', maxLength: 250, hosted: 'only' },
      subject: { type: 'string', maxLength: 250, hosted: 'only' },
    },
  },
};

/** Operations whose body is raw, where the catalogue does not say so. */
export const addedContent: Readonly<Record<string, 'sdp' | 'message'>> = {
  // Its samples show the SDP and the text as the body.
  'answer POST': 'sdp',
  'sendMessage POST': 'message',
};

/**
 * Operations that the catalogue lists with the same parameters for query and body, and whose
 * samples have no body, so that they seem to belong into the query. A note is a private text and
 * has no place in an address; the others are sent with a body by the clients that servers know.
 */
export const sentInBody: readonly string[] = [
  'note POST',
  'stopAudio POST',
  'stopAudioVideo POST',
  'stopVideo POST',
];

/** Responses that the catalogue names in words, wrongly, or not at all. */
export const knownResponses: Readonly<Record<string, string | null>> = {
  'renegotiations POST': 'audioVideoRenegotiation',
  'resumeAudio POST': 'audioVideoRenegotiation',
  'resumeAudioVideo POST': 'audioVideoRenegotiation',
  'startAudioVideo2 POST': 'audioVideoInvitation',
  'startMessaging2 POST': 'messagingInvitation',
  // Like their kin, whose samples show it.
  'derivedPhoneAudio GET': 'phoneAudio',
  'failedDeliveryParticipant GET': 'participant',
  // A list of operations, which is no resource of the catalogue.
  'makeMeAvailable2 POST': null,
  'anonApplications OPTIONS': null,
  'applications OPTIONS': null,
};

/** An operation that is made like another one of the catalogue. */
export interface LikeOperation {
  readonly method: Method;
  /** Resource and method, such as `note POST`. */
  readonly like: string;
  /** What it fails with instead of what the other one does. */
  readonly errors?: readonly {
    readonly status: number;
    readonly code: string;
    readonly subcode: string | null;
  }[];
}

/** Operations of resources whose pages the catalogue has lost. */
export const addedOperations: Readonly<Record<string, readonly LikeOperation[]>> = {
  // A scheduled meeting is read, changed and deleted as the one that an administrator assigns.
  myOnlineMeeting: [
    { method: 'GET', like: 'myAssignedOnlineMeeting GET' },
    { method: 'PUT', like: 'myAssignedOnlineMeeting PUT' },
    { method: 'DELETE', like: 'myAssignedOnlineMeeting DELETE' },
  ],
  // One is scheduled with what can be changed of it later.
  myOnlineMeetings: [
    { method: 'GET', like: 'onlineMeetings GET' },
    {
      method: 'POST',
      like: 'myAssignedOnlineMeeting PUT',
      errors: [
        { status: 409, code: 'Conflict', subcode: null },
        { status: 409, code: 'Conflict', subcode: 'AlreadyExists' },
        { status: 409, code: 'Conflict', subcode: 'TooManyGroups' },
        { status: 409, code: 'Conflict', subcode: 'TooManyOnlineMeetings' },
        { status: 410, code: 'Gone', subcode: 'CannotRedirect' },
        { status: 500, code: 'ServiceFailure', subcode: 'CallbackChannelError' },
      ],
    },
  ],
};
