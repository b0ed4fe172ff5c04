import type { Conversation } from './entities.ts';
import type { AvModality } from './media-session.ts';

/** What a client may name when it says what it takes. */
export const modalityTypes = [
  'Audio',
  'Video',
  'PhoneAudio',
  'Messaging',
  'ApplicationSharing',
  'DataCollaboration',
  'PanoramicVideo',
] as const;
export const messageFormats = ['Plain', 'Html'] as const;
export const audioPreferences = ['PhoneAudio', 'VoipAudio'] as const;

export function audioVideoActive(conversation: Conversation, modality: AvModality): boolean {
  const { audioVideo } = conversation;
  return audioVideo.state === 'Connected' && audioVideo.modalities.includes(modality);
}

export function messagingActive(conversation: Conversation): boolean {
  return conversation.messaging.state === 'Connected';
}

/** What a conversation shows as `activeModalities`: an incoming one already names what it is about. */
export function activeModalities(conversation: Conversation): readonly string[] {
  const { messaging, audioVideo, phoneAudio, state } = conversation;
  const counts = (modalityState: string) =>
    modalityState === 'Connected' || (state === 'Incoming' && modalityState === 'Connecting');
  return [
    ...(counts(messaging.state) ? ['Messaging'] : []),
    ...(counts(audioVideo.state) ? audioVideo.modalities : []),
    ...(counts(phoneAudio.state) ? ['PhoneAudio'] : []),
  ];
}
