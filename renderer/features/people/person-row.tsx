import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Person } from '../../../app/domain/person.ts';
import { CallRegular, ChatRegular, VideoRegular } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { useText } from '../../ui/use-text.ts';
import type { StartMore } from '../calls/use-start-call.ts';
import { PersonCard } from './person-card.tsx';
import { presenceText } from './presence-text.ts';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minWidth: 0,
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  second: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexShrink: 0 },
});

interface PersonRowProps {
  readonly person: Person;
  readonly canAudio: boolean;
  readonly canVideo: boolean;
  readonly canChat: boolean;
  readonly onCall: (uri: string, modality: Call['modality'], more?: StartMore) => void;
  readonly onChat: (uri: string) => void;
}

/** One contact: who, whether there, and the ways to reach them; their card behind their name. */
export const PersonRow = memo((props: PersonRowProps) => {
  const { person, canAudio, canVideo, canChat, onCall, onChat } = props;
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  const { name, uri, presence, title } = person;
  const about = [text(presenceText(presence)), title].filter((part) => part !== null).join(' · ');
  return (
    <li className={row.root} data-uri={uri}>
      <PersonCard person={person} canAudio={canAudio} canVideo={canVideo} onCall={onCall}>
        <button type="button" className={styles.who}>
          <PersonAvatar name={name} uri={uri} size={40} availability={presence.availability} />
          <span className={row.lines}>
            <Body1 className={row.line}>{name}</Body1>
            <Caption1 className={`${row.line} ${styles.second}`} title={about}>
              {about}
            </Caption1>
          </span>
        </button>
      </PersonCard>
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
        <Button
          appearance="subtle"
          icon={<ChatRegular />}
          aria-label={text('conversations.chatWith', { name })}
          title={text(canChat ? 'conversations.chatWith' : 'conversations.chatNotOffered', {
            name,
          })}
          disabled={!canChat}
          onClick={() => onChat(uri)}
        />
      </div>
    </li>
  );
});
PersonRow.displayName = 'PersonRow';
