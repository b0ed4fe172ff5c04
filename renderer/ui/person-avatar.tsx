import { Avatar, type AvatarProps, type PresenceBadgeStatus } from '@fluentui/react-components';
import type { Availability } from '../../app/domain/presence.ts';
import { usePhoto } from './photos-context.tsx';
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
  /** Whose photo is shown, if there is one; left out or empty: initials. */
  readonly uri?: string;
  /** Left out: no presence is shown. */
  readonly availability?: Availability;
  readonly size: NonNullable<AvatarProps['size']>;
}

/** A person's photo or initials in a circle of their own colour, with their presence as a badge. */
export function PersonAvatar({ name, uri, availability, size }: PersonAvatarProps) {
  const text = useText();
  const photo = usePhoto(uri);
  return (
    <Avatar
      // The name stands beside it: a reader shall not hear it twice.
      aria-hidden={availability === undefined ? true : undefined}
      name={name}
      color="colorful"
      size={size}
      {...(photo === null ? {} : { image: { src: photo, alt: '' } })}
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
