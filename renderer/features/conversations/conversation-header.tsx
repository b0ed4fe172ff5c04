import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/conversation-kind.ts';
import { personKey } from '../../../app/domain/person.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { stageClosed } from '../../store/view-slice.ts';
import { ArrowLeftRegular, CallRegular, PeopleTeamRegular, VideoRegular } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useWide } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';
import { useStartCall } from '../calls/use-start-call.ts';
import { conversationName, conversationState } from './conversation-words.ts';
import { ImportanceMark } from './importance-mark.tsx';
import { MeetingMenu } from './meeting-menu.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minHeight: '52px',
    boxSizing: 'border-box',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  lines: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  line: {
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  second: { color: tokens.colorNeutralForeground2 },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    height: '36px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '20px',
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  buttons: { display: 'flex', alignItems: 'center', flexShrink: 0 },
});

interface ConversationHeaderProps {
  readonly conversation: Conversation;
  readonly call: Call | null;
  readonly onAddPeople: () => void;
  /** The switch between the parts, where it has its place here. */
  readonly children?: ReactElement | null;
}

/** Who or what it is about, how it stands, and what can be done. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { conversation, call, onAddPeople, children } = props;
  const styles = useStyles();
  const text = useText();
  const wide = useWide();
  const dispatch = useAppDispatch();
  const { remote } = conversation;
  const person = useMain(({ people }) => people[personKey(remote?.uri ?? '')]);
  const meeting = isMeeting(conversation);
  const name = conversationName(conversation) ?? text('conversations.meeting');
  const state = conversationState(conversation, person);
  const about = [
    text(state.key, state.values),
    ...(!meeting && conversation.subject !== '' ? [conversation.subject] : []),
  ].join(' · ');
  return (
    <header className={styles.root}>
      {wide ? null : (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={text('conversations.back')}
          title={text('conversations.back')}
          onClick={() => dispatch(stageClosed())}
        />
      )}
      {meeting || remote === null ? (
        <span className={styles.mark} aria-hidden>
          <PeopleTeamRegular />
        </span>
      ) : (
        <PersonAvatar
          name={name}
          uri={remote.uri}
          size={36}
          {...(person === undefined ? {} : { availability: person.presence.availability })}
        />
      )}
      <div className={styles.lines}>
        <Body1Strong as="h2" className={styles.line} title={name}>
          <ImportanceMark importance={conversation.importance} />
          {name}
        </Body1Strong>
        <Caption1 className={`${styles.line} ${styles.second}`} role="status" title={about}>
          {about}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        {children}
        {call !== null && call.phase !== 'ended' ? null : (
          <StartCallButtons conversation={conversation} />
        )}
        <MeetingMenu conversation={conversation} onAddPeople={onAddPeople} />
      </div>
    </header>
  );
}

/** Adds sound or picture to the conversation; anew by calling, once two have parted. */
function StartCallButtons({ conversation }: { conversation: Conversation }) {
  const text = useText();
  const send = useSend();
  const startCall = useStartCall();
  const may = useMain((state) => state.can);
  const { id: conversationId, remote, can } = conversation;
  const meeting = isMeeting(conversation);
  // A chat of two in which nothing can be added is called anew: that is the same conversation again.
  const anew = !meeting && remote !== null && remote.uri !== '';
  const start = (modality: Call['modality'], offered: boolean): void => {
    if (offered) send('calls.startIn', { conversationId, modality });
    else if (remote !== null) startCall(remote.uri, modality);
  };
  const audio = can.call || (anew && may.startAudio);
  const video = can.videoCall || (anew && may.startAudioVideo);
  const names = meeting
    ? ([text('conversations.joinAudio'), text('conversations.joinVideo')] as const)
    : ([text('conversations.call'), text('conversations.videoCall')] as const);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<CallRegular />}
        aria-label={names[0]}
        title={audio ? names[0] : text('conversations.notOffered')}
        disabledFocusable={!audio}
        onClick={() => start('audio', can.call)}
      />
      <Button
        appearance="subtle"
        icon={<VideoRegular />}
        aria-label={names[1]}
        title={video ? names[1] : text('conversations.notOffered')}
        disabledFocusable={!video}
        onClick={() => start('audioVideo', can.videoCall)}
      />
    </>
  );
}
