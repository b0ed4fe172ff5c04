import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Person } from '../../../app/domain/person.ts';
import { formatPhoneNumber } from '../../../app/domain/phone-number.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import {
  CallRegular,
  ChatRegular,
  PersonAddRegular,
  PhoneDesktopRegular,
  VideoRegular,
} from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import type { StartMore } from '../calls/use-start-call.ts';
import { useGrowing } from '../conversations/use-growing.ts';
import { useStartChat } from '../conversations/use-start-conversation.ts';
import { presenceText } from './presence-text.ts';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '320px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { margin: 0 },
  second: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  value: { margin: 0, minWidth: 0, userSelect: 'text' },
});

interface PersonCardProps {
  readonly person: Person;
  readonly canAudio: boolean;
  readonly canVideo: boolean;
  readonly onCall: (uri: string, modality: Call['modality'], more?: StartMore) => void;
  /** What opens the card. */
  readonly children: ReactElement;
}

/** All that is known of a contact, and every way to reach them. */
export function PersonCard({ person, canAudio, canVideo, onCall, children }: PersonCardProps) {
  const styles = useStyles();
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={(_event, data) => setOpen(data.open)}
      trapFocus
      positioning="below-start"
    >
      <PopoverTrigger disableButtonEnhancement>{children}</PopoverTrigger>
      <PopoverSurface
        className={styles.surface}
        aria-label={text('person.about', { name: person.name })}
      >
        <CardContent
          person={person}
          canAudio={canAudio}
          canVideo={canVideo}
          onCall={onCall}
          onDone={() => setOpen(false)}
        />
      </PopoverSurface>
    </Popover>
  );
}

type CardContentProps = Omit<PersonCardProps, 'children'> & { readonly onDone: () => void };

function CardContent({ person, canAudio, canVideo, onCall, onDone }: CardContentProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const startChat = useStartChat();
  const growing = useGrowing(person.uri);
  const canPhone = useMain(({ can }) => can.startPhoneAudio);
  const canChat = useMain(({ can }) => can.startChat);
  const region = useMain(({ settings }) => settings.region);
  const { name, uri, presence, title, department, company } = person;
  const where = [title, department, company].filter((part) => part !== null && part !== '');
  const act = (run: () => void) => () => {
    onDone();
    run();
  };
  const number = person.workPhoneNumber;
  return (
    <>
      <div className={styles.head}>
        <PersonAvatar name={name} uri={uri} size={72} availability={presence.availability} />
        <div className={styles.lines}>
          <Subtitle1 as="h2" className={styles.name}>
            {name}
          </Subtitle1>
          <Body1>{text(presenceText(presence))}</Body1>
          <Caption1 className={styles.second}>{where.join(' · ')}</Caption1>
        </div>
      </div>
      <div className={styles.buttons}>
        <Button
          icon={<CallRegular />}
          disabled={!canAudio}
          onClick={act(() => onCall(uri, 'audio'))}
        >
          {text('person.call')}
        </Button>
        <Button
          icon={<VideoRegular />}
          disabled={!canVideo}
          onClick={act(() => onCall(uri, 'audioVideo'))}
        >
          {text('person.videoCall')}
        </Button>
        {canPhone ? (
          <Button
            icon={<PhoneDesktopRegular />}
            onClick={act(() => onCall(uri, 'audio', { via: 'phone' }))}
          >
            {text('person.callOnPhone')}
          </Button>
        ) : null}
        <Button icon={<ChatRegular />} disabled={!canChat} onClick={act(() => startChat(uri))}>
          {text('person.chat')}
        </Button>
        {growing === null ? null : (
          <Button
            icon={<PersonAddRegular />}
            onClick={act(() =>
              send('conversations.addParticipants', { conversationId: growing, to: [uri] }),
            )}
          >
            {text('person.addToMeeting')}
          </Button>
        )}
      </div>
      <dl className={styles.facts}>
        <Fact name={text('person.address')}>{uri.replace(/^[a-z]+:/i, '')}</Fact>
        {person.emailAddress === null ? null : (
          <Fact name={text('person.email')}>{person.emailAddress}</Fact>
        )}
        {number === null || number === '' ? null : (
          <Fact name={text('person.phone')}>
            <Link
              as="button"
              disabled={!canAudio}
              aria-label={text('person.callNumber', {
                number: formatPhoneNumber(number, region) ?? number,
              })}
              onClick={act(() => onCall(number, 'audio'))}
            >
              {formatPhoneNumber(number, region) ?? number}
            </Link>
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Body1Strong>{name}</Body1Strong>
      </dt>
      <dd className={styles.value}>
        <Body1>{children}</Body1>
      </dd>
    </>
  );
}
