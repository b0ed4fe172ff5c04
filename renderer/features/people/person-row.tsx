import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Person } from '../../../app/domain/person.ts';
import { CallRegular, VideoRegular } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { useText } from '../../ui/use-text.ts';
import { presenceText } from './presence-text.ts';

const useStyles = makeStyles({
  second: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexShrink: 0 },
});

interface PersonRowProps {
  readonly person: Person;
  readonly canAudio: boolean;
  readonly canVideo: boolean;
  readonly onCall: (uri: string, modality: Call['modality']) => void;
}

/** One contact: who, whether there, and the two ways to call. */
export const PersonRow = memo(({ person, canAudio, canVideo, onCall }: PersonRowProps) => {
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  const { name, uri, presence, title } = person;
  const about = [text(presenceText(presence)), title].filter((part) => part !== null).join(' · ');
  return (
    <li className={row.root} data-uri={uri}>
      <PersonAvatar name={name} uri={uri} size={40} availability={presence.availability} />
      <div className={row.lines}>
        <Body1 className={row.line}>{name}</Body1>
        <Caption1 className={`${row.line} ${styles.second}`} title={about}>
          {about}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="subtle"
          icon={<CallRegular />}
          aria-label={text('people.callAudio', { name })}
          title={text('people.callAudio', { name })}
          disabled={!canAudio}
          onClick={() => onCall(uri, 'audio')}
        />
        <Button
          appearance="subtle"
          icon={<VideoRegular />}
          aria-label={text('people.callVideo', { name })}
          title={text('people.callVideo', { name })}
          disabled={!canVideo}
          onClick={() => onCall(uri, 'audioVideo')}
        />
      </div>
    </li>
  );
});
PersonRow.displayName = 'PersonRow';
