import { Avatar, type AvatarProps, type PresenceBadgeStatus } from '@fluentui/react-components';
import type { Availability } from '../../app/domain/presence.ts';
import { useText } from './use-text.ts';

const badges: Readonly<Record<Availability, PresenceBadgeStatus>> = {
  Online: 'available',
  IdleOnline: 'available',
  Busy: 'busy',
  IdleBusy: 'busy',
  DoNotDisturb: 'do-not-disturb',
  BeRightBack: 'away',
  Away: 'away',
  Offline: 'offline',
  Unknown: 'unknown',
};

interface PersonAvatarProps {
  readonly name: string;
  /** Left out: no presence is shown. */
  readonly availability?: Availability;
  readonly size: NonNullable<AvatarProps['size']>;
}

/** A person's initials in a circle of their own colour, with their presence as a badge. */
export function PersonAvatar({ name, availability, size }: PersonAvatarProps) {
  const text = useText();
  return (
    <Avatar
      // The name stands beside it: a reader shall not hear it twice.
      aria-hidden={availability === undefined ? true : undefined}
      name={name}
      color="colorful"
      size={size}
      {...(availability === undefined
        ? {}
        : {
            badge: {
              status: badges[availability],
              'aria-label': text(`presence.${availability}`),
            },
          })}
    />
  );
}
