import type { Presence } from '../../../app/domain/presence.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';

const activities: Readonly<Record<string, TextKey>> = {
  'on-the-phone': 'presence.activity.on-the-phone',
  'in-a-conference': 'presence.activity.in-a-conference',
  'in-a-meeting': 'presence.activity.in-a-meeting',
  'in-presentation': 'presence.activity.in-presentation',
  'urgent-interruptions-only': 'presence.activity.urgent-interruptions-only',
  'off-work': 'presence.activity.off-work',
  'out-of-office': 'presence.activity.out-of-office',
};

/** The presence in words: the activity says more than the availability where it is known. */
export const presenceText = ({ availability, activity }: Presence): TextKey =>
  (activity === null ? undefined : activities[activity]) ?? `presence.${availability}`;
