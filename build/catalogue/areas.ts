/** The files that the resources are spread over, with what belongs there. First match counts. */
const areas: readonly (readonly [name: string, members: RegExp])[] = [
  [
    'application',
    /^(root|redirect|user|xframe|anonApplications|applications?2?|batch|events|reason|policies|reportMyNetwork|media(Policies|RelayAccessToken|Relay))$/,
  ],
  [
    'call-forwarding',
    /CallForwarding|^callForwarding|^(immediateForward|simultaneousRing|unansweredCall|resetUnanswered)/,
  ],
  [
    'history',
    /^(conversationLog|nextConversationLog|markAsRead|missedItems|replayMessage)|Transcript$/,
  ],
  [
    'meeting',
    /nlineMeeting|^(phoneDialInInformation|dialInRegion|organizer|conversationExtensionResult)/,
  ],
  ['phone-audio', /PhoneAudio|^phoneAudio/],
  [
    'messaging',
    /^messag|Messaging2?$|^(sendMessage|setIsTyping|typingParticipants|failedDelivery)/,
  ],
  ['calls', /^(start|add|continue|escalate|stop|replaces|derived)(Emergency|Audio|Video)/],
  [
    'audio-video',
    /Audio|^audio|Video|^video|[Ss]ession|egotiation|^(answer|acceptWithAnswer|sendProvisionalAnswer|dismiss|startEmergencyCall|mediaDiagnostics|reportMediaDiagnostics|publishCallQualityFeedback)|[Ss]har(er|ing)|ataCollaboration/,
  ],
  ['groups', /[Gg]roup|ContactList$/],
  [
    'people',
    /^contact|^(people|acceptedByContact|delegator|forwardedBy|onBehalfOf|to|transferredBy)$|[Cc]ontacts$|^search|^presenceSubscription|^memberships$|[Pp]resenceSubscription$|PrivacyRelationship/,
  ],
  [
    'me',
    /^(me|makeMeAvailable2?|note|location|presence|phones?|photo|changeNumber|changeVisibility|reportMyActivity)$/,
  ],
  ['conversation', /./],
];

/** All areas in the order of their files. */
export const areaNames: readonly string[] = areas.map(([name]) => name);

/** The area of a resource. */
export function areaOf(resource: string): string {
  return areas.find(([, members]) => members.test(resource))?.[0] ?? 'conversation';
}
