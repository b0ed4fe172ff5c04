import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Recent } from '../../../app/domain/history.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import { formatDuration, isoDuration } from '../../ui/duration.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { CallRegular, ChatRegular, PeopleTeamRegular, VideoRegular } from '../../ui/icons.ts';
import { formatMoment } from '../../ui/moment.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { useText } from '../../ui/use-text.ts';
import { ImportanceMark } from '../conversations/importance-mark.tsx';
import { RecentIcon } from './recent-icon.tsx';
import { recentAction, recentName, recentWords } from './recent-words.ts';
import { useCanOpenRecent } from './use-open-recent.ts';

const useStyles = makeStyles({
  how: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
  },
  missed: { color: tokens.colorPaletteRedForeground1 },
  icon: { fontSize: '16px', flexShrink: 0 },
  time: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface RecentRowProps {
  readonly recent: Recent;
  readonly onOpen: (recent: Recent) => void;
}

/** One line of the history: who or what, how it went, when, how long, and the way to go on with it. */
export function RecentRow({ recent, onOpen }: RecentRowProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  const canOpen = useCanOpenRecent(recent);
  const { remote, startedAtMs, durationMs } = recent;
  const name = recentName(recent, text);
  const missed = recent.direction === 'Incoming' && recent.outcome.kind === 'missed';
  const { what, how } = recentWords(recent);
  const { icon, label } = buttonOf(recent);
  const again = text(label, { name });
  return (
    <li className={row.root} data-outcome={recent.outcome.kind} data-recent={recent.type}>
      <PersonAvatar name={name} uri={remote?.uri ?? ''} size={40} />
      <div className={row.lines}>
        <Body1 className={mergeClasses(row.line, missed && styles.missed)} title={name}>
          <ImportanceMark importance={recent.importance} />
          {name}
        </Body1>
        <span className={mergeClasses(styles.how, missed && styles.missed)}>
          <RecentIcon recent={recent} className={styles.icon} />
          {what === null ? null : <HiddenText>{text(what)}: </HiddenText>}
          <Caption1 className={row.line} title={text(how.key, how.values)}>
            {text(how.key, how.values)}
          </Caption1>
        </span>
      </div>
      <Caption1 className={styles.time}>
        <time dateTime={new Date(startedAtMs).toISOString()}>
          {formatMoment(startedAtMs, Date.now())}
        </time>
        {durationMs === null ? null : (
          <>
            {' · '}
            <HiddenText>{text('call.duration')} </HiddenText>
            <time dateTime={isoDuration(durationMs)} title={text('call.duration')}>
              {formatDuration(durationMs)}
            </time>
          </>
        )}
      </Caption1>
      <Button
        appearance="subtle"
        icon={icon}
        aria-label={again}
        title={canOpen ? again : text('conversations.notOffered')}
        disabledFocusable={!canOpen}
        onClick={() => onOpen(recent)}
      />
    </li>
  );
}

function buttonOf(recent: Recent): { readonly icon: ReactElement; readonly label: TextKey } {
  switch (recentAction(recent)) {
    case 'chat':
      return { icon: <ChatRegular />, label: 'recents.chatAgain' };
    case 'join':
      return { icon: <PeopleTeamRegular />, label: 'recents.joinAgain' };
    case 'call': {
      const video = recent.type === 'call' && recent.modality === 'audioVideo';
      return video
        ? { icon: <VideoRegular />, label: 'recents.callBackVideo' }
        : { icon: <CallRegular />, label: 'recents.callBack' };
    }
  }
}
