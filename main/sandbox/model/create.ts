import type { Application, Conversation, Invitation } from './entities.ts';
import { hexId, participantId } from './ids.ts';
import type { AvModality } from './media-session.ts';
import type { Peer } from './user-account.ts';
import type { World } from './world.ts';

export interface Topic {
  readonly importance: string;
  readonly subject: string;
  readonly threadId: string;
}

/** Opens a conversation on an endpoint, with no medium connected yet. */
export function createConversation(
  world: World,
  application: Application,
  setup: { readonly peer: Peer; readonly topic: Topic; readonly state: 'Incoming' | 'Connecting' },
): Conversation {
  const local = participantId(application.account.user.uri);
  const remote = participantId(setup.peer.uri);
  const conversation: Conversation = {
    id: hexId(),
    application,
    peer: setup.peer,
    ...setup.topic,
    createdMs: world.nowMs(),
    localParticipantId: local,
    remoteParticipantId: remote === local ? hexId() : remote,
    state: setup.state,
    joined: false,
    readLocally: false,
    attendance: undefined,
    audioVideo: {
      state: 'Disconnected',
      viaMeeting: false,
      modalities: [],
      session: undefined,
      invitation: undefined,
    },
    phoneAudio: { state: 'Disconnected', onHold: false },
    messaging: {
      state: 'Disconnected',
      negotiatedMessageFormats: [],
      messages: new Map(),
      typing: new Map(),
    },
    bridge: undefined,
  };
  application.conversations.set(conversation.id, conversation);
  return conversation;
}

export type InvitationSetup = Pick<Invitation, 'kind' | 'conversation' | 'direction' | 'toUri'> &
  Partial<
    Pick<
      Invitation,
      | 'operationId'
      | 'sessionContext'
      | 'joinAudioMuted'
      | 'joinVideoMuted'
      | 'mediaOffer'
      | 'offerContentIds'
      | 'decoration'
      | 'phoneNumber'
      | 'delegator'
      | 'forwardedBy'
      | 'transferredBy'
      | 'replaces'
      | 'place'
      | 'state'
      | 'meeting'
      | 'toName'
      | 'message'
    >
  >;

export function createInvitation(setup: InvitationSetup): Invitation {
  const invitation: Invitation = {
    id: hexId(),
    operationId: undefined,
    sessionContext: undefined,
    joinAudioMuted: undefined,
    joinVideoMuted: undefined,
    mediaOffer: undefined,
    offerContentIds: [],
    decoration: {},
    phoneNumber: undefined,
    delegator: undefined,
    forwardedBy: undefined,
    transferredBy: undefined,
    replaces: undefined,
    derived: undefined,
    place: {},
    meeting: undefined,
    toName: setup.conversation.peer.name,
    message: undefined,
    state: 'Connecting',
    ...setup,
    open: true,
    acceptedBy: undefined,
    negotiations: new Map(),
    accepted: false,
    outcome: undefined,
  };
  setup.conversation.application.invitations.set(invitation.id, invitation);
  return invitation;
}

export function peerOf(application: Application): Peer {
  const { account } = application;
  return { uri: account.user.uri, name: account.user.name, account };
}

/** The media an offer asks for, in UCWA's words. */
export function modalitiesOfSdp(sdp: string): readonly AvModality[] {
  const live = (medium: string) => new RegExp(`^m=${medium} (?!0 )`, 'm').test(sdp);
  return [
    ...(live('audio') ? (['Audio'] as const) : []),
    ...(live('video') ? (['Video'] as const) : []),
  ];
}
