import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { type PersonRef, personKey } from '../../../app/domain/person.ts';
import { useMain } from '../../store/hooks.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { useShownNumber } from '../calls/use-call-status.ts';
import { presenceText } from '../people/presence-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    minHeight: '56px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    boxSizing: 'border-box',
  },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  second: { color: tokens.colorNeutralForeground2 },
});

/** Who is reached by what was typed, whether they are there, and by what address. */
export function Meant({ person }: { readonly person: PersonRef | null }) {
  const styles = useStyles();
  const text = useText();
  const shown = useShownNumber();
  const contact = useMain(({ people }) => people[personKey(person?.uri ?? '')]);
  if (person === null) return null;
  const { uri, name } = person;
  const address = uri.startsWith('tel:') ? shown(uri) : uri.replace(/^sips?:/i, '');
  const about = [
    text(contact === undefined ? 'quickDial.unknownPresence' : presenceText(contact.presence)),
    ...(contact?.title == null ? [] : [contact.title]),
    ...(address === name ? [] : [address]),
  ].join(' · ');
  return (
    <div className={styles.root} role="status">
      <PersonAvatar
        name={name}
        uri={uri}
        size={40}
        {...(contact === undefined ? {} : { availability: contact.presence.availability })}
      />
      <div className={styles.lines}>
        <Body1Strong className={styles.line} title={name}>
          {name}
        </Body1Strong>
        <Caption1 className={`${styles.line} ${styles.second}`} title={about}>
          {about}
        </Caption1>
      </div>
    </div>
  );
}
