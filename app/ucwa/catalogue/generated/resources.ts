// Made by `npm run catalogue`: edit build/catalogue and run it again.

import { applicationResources } from './application.ts';
import { audioVideoResources } from './audio-video.ts';
import { callForwardingResources } from './call-forwarding.ts';
import { callsResources } from './calls.ts';
import { conversationResources } from './conversation.ts';
import { groupsResources } from './groups.ts';
import { historyResources } from './history.ts';
import { meResources } from './me.ts';
import { meetingResources } from './meeting.ts';
import { messagingResources } from './messaging.ts';
import { peopleResources } from './people.ts';
import { phoneAudioResources } from './phone-audio.ts';

/** Every resource of UCWA 2.0, by name. */
export const resources = {
  ...applicationResources,
  ...callForwardingResources,
  ...historyResources,
  ...meetingResources,
  ...phoneAudioResources,
  ...messagingResources,
  ...callsResources,
  ...audioVideoResources,
  ...groupsResources,
  ...peopleResources,
  ...meResources,
  ...conversationResources,
} as const;
export type ResourceName = keyof typeof resources;
