import type { AppState } from '../../../app/domain/app-state.ts';
import { initialAppState } from '../../../app/domain/app-state.ts';
import { type Call, freshCall } from '../../../app/domain/call.ts';
import { noActions } from '../../../app/domain/call-actions.ts';
import type { AudioVideoInvitation } from '../../../app/domain/invitation.ts';

export const sam = { uri: 'sip:sam@example.test', name: 'Sam Okafor' };

/** A connected outgoing audio call to Sam, with what a test wants otherwise. */
export const makeCall = (over: Partial<Call> = {}): Call => ({
  id: 'call-1',
  conversationId: 'conversation-1',
  mediaId: 'call-1',
  kind: 'direct',
  direction: 'Outgoing',
  phase: 'connected',
  remote: sam,
  modality: 'audio',
  importance: 'Normal',
  subject: '',
  invitation: null,
  remoteAlerting: false,
  media: 'connected',
  sending: { audio: true, video: false },
  ...freshCall,
  alert: null,
  startedAtMs: 1000,
  connectedAtMs: 2000,
  endedAtMs: null,
  outcome: null,
  can: { ...noActions, hangUp: true, mute: true, hold: true },
  ...over,
});

/** An incoming call that rings with a tone. */
export const makeRinging = (
  tone: 'soft' | 'normal' | 'urgent' | 'emergency' | null,
  over: Partial<Call> = {},
): Call =>
  makeCall({
    direction: 'Incoming',
    phase: 'ringing',
    media: null,
    connectedAtMs: null,
    alert: {
      notification: null,
      ring: tone === null ? null : { tone, repeat: true },
      ringWindow: { size: 'small', screens: 'active' },
      takeFocus: false,
      flash: false,
      tray: 'ringing',
      acknowledge: false,
    },
    ...over,
  });

/** An incoming invitation without anything special. */
export const makeInvitation = (over: Partial<AudioVideoInvitation> = {}): AudioVideoInvitation => ({
  direction: 'Incoming',
  state: 'Alerting',
  importance: 'Normal',
  subject: '',
  threadId: null,
  operationId: null,
  sessionContext: null,
  bandwidthControlId: null,
  privateLine: false,
  joinAudioMuted: false,
  joinVideoMuted: false,
  modality: 'audio',
  from: sam,
  to: null,
  delegator: null,
  onBehalfOf: null,
  forwardedBy: null,
  transferredBy: null,
  acceptedByContact: null,
  acceptedByParticipant: [],
  customContent: null,
  location: null,
  replacesOtherCall: false,
  replacedCall: null,
  derivedFromOtherConversation: false,
  can: {
    acceptWithAnswer: true,
    acceptWithPhoneAudio: false,
    sendProvisionalAnswer: false,
    decline: true,
    cancel: false,
  },
  ...over,
});

export const makeCalls = (...calls: readonly Call[]): Pick<AppState, 'calls'> => ({
  calls: Object.fromEntries(calls.map((call) => [call.id, call])),
});

export const makeState = (over: Partial<AppState> = {}): AppState => ({
  ...initialAppState({
    parleyVersion: '0.0.0',
    electronVersion: '0',
    chromiumVersion: '0',
    testRuntime: false,
    platform: 'linux',
    hasTray: true,
    globalKeys: 'everywhere',
    hasKeychain: true,
    demoColleagues: [],
  }),
  ...over,
});
