import type { Application, Conversation } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { conversationHref, invitationsHref, phoneAudioHref } from './hrefs.ts';

/** Whether the user may take their telephone for calls: it is named as a modality, and there is one. */
export function mayUsePhone({ account, supportedModalities, dialect }: Application): boolean {
  const hasPhone = [...account.phones.values()].some(({ number }) => number !== undefined);
  const isAllowed = account.user.enterpriseVoice !== false && !account.anonymous;
  return dialect === 'ucwa' && isAllowed && hasPhone && supportedModalities.includes('PhoneAudio');
}

/** Where the telephone is taken into a conversation, beside or in place of its sound. */
export function phoneInvitationHref(
  { application, id }: Conversation,
  context: 'add' | 'replace',
): string {
  return invitationsHref(application, 'phoneAudio', { conversation: id, context });
}

function links(conversation: Conversation): JsonObject {
  const { application, phoneAudio, audioVideo, state, attendance } = conversation;
  const self = phoneAudioHref(conversation);
  const isOver = phoneAudio.state === 'Disconnected';
  const isFree = isOver && audioVideo.state === 'Disconnected';
  const canAdd = isFree && state === 'Connected' && attendance === undefined;
  const hold = phoneAudio.onHold ? 'resumePhoneAudio' : 'holdPhoneAudio';
  return {
    ...(canAdd && mayUsePhone(application)
      ? { addPhoneAudio: { href: phoneInvitationHref(conversation, 'add') } }
      : {}),
    ...(isOver ? {} : { stopPhoneAudio: { href: `${self}/stopPhoneAudio` } }),
    ...(phoneAudio.state === 'Connected' ? { [hold]: { href: `${self}/${hold}` } } : {}),
  };
}

/** The telephone as a medium of a conversation. */
export function phoneAudioResource(conversation: Conversation): Resource {
  return {
    rel: 'phoneAudio',
    state: conversation.phoneAudio.state,
    _links: {
      self: { href: phoneAudioHref(conversation) },
      conversation: { href: conversationHref(conversation) },
      ...links(conversation),
    },
  };
}
