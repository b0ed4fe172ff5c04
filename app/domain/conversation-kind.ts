import type { Conversation } from './conversation.ts';

/** It is a meeting, or is going to be one. */
export const isMeeting = ({
  state,
  meeting,
  onlineMeetingUri,
  invitation,
}: Conversation): boolean =>
  meeting !== null ||
  onlineMeetingUri !== null ||
  invitation?.kind === 'onlineMeeting' ||
  state === 'Conferencing' ||
  state === 'InLobby' ||
  state === 'Conferenced';

/** Something was said in it, asked of the user, or it is a meeting: more than a call alone. */
export const isMoreThanCall = (conversation: Conversation): boolean =>
  conversation.invitation !== null ||
  conversation.messages.length > 0 ||
  conversation.invited.length > 0 ||
  isMeeting(conversation);
