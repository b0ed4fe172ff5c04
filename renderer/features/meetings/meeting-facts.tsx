import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { DialIn, ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { useMain } from '../../store/hooks.ts';
import { type Text, useText } from '../../ui/use-text.ts';
import { expiryWords } from './meeting-words.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  value: {
    margin: 0,
    display: 'flex',
    flexDirection: 'column',
    userSelect: 'text',
    '@media (max-width: 480px)': { paddingBottom: tokens.spacingVerticalS },
  },
});

/** What one tells others of a meeting, and how it is set. */
export function MeetingFacts({ meeting }: { meeting: ScheduledMeeting }) {
  const text = useText();
  const styles = useStyles();
  const { dialIn, options } = useMain(({ meetings }) => meetings);
  const until = expiryWords(meeting, Date.now());
  const { accessLevel, conferenceId, joinUrl, onlineMeetingUri } = meeting;
  const link = joinUrl ?? onlineMeetingUri;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [text('meetings.available'), [text(until.key, until.values)]],
    [text('meetings.joinLink'), link === null ? [] : [link]],
    [text('meetings.conferenceId'), conferenceId === null ? [] : [conferenceId]],
    [
      text('meetings.dialIn'),
      conferenceId === null || dialIn === null ? [] : numbersOf(dialIn, text),
    ],
    [
      text('meetings.form.accessLevel'),
      accessLevel === null ? [] : [text(`meetings.accessLevel.${accessLevel}`)],
    ],
    [
      text('meetings.size'),
      options.meetingSize === null
        ? []
        : [text('meetings.sizeLimit', { count: options.meetingSize })],
    ],
    [text('meetings.attendees'), meeting.attendees.map(bare)],
    [text('meetings.leaders'), meeting.leaders.map(bare)],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, lines]) => lines.length > 0)
        .map(([name, lines]) => (
          <Fact key={name} name={name} lines={lines} />
        ))}
    </dl>
  );
}

function Fact({ name, lines }: { name: string; lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Body1Strong>{name}</Body1Strong>
      </dt>
      <dd className={styles.value}>
        {lines.map((line) => (
          <Body1 key={line}>{line}</Body1>
        ))}
      </dd>
    </>
  );
}

const bare = (uri: string): string => uri.replace(/^sip:/i, '');

/** Every number once, the user's own region first. */
function numbersOf(dialIn: DialIn, text: Text): readonly string[] {
  const { regions, tollNumber, tollFreeNumbers, directoryUrl, participantPassCode } = dialIn;
  const isListed = regions.some(({ number }) => number === tollNumber);
  return [
    ...(tollNumber === null || isListed ? [] : [tollNumber]),
    ...regions.map(({ name, number }) =>
      name === '' ? number : text('meetings.inRegion', { number, region: name }),
    ),
    ...tollFreeNumbers.map((number) => text('meetings.tollFree', { number })),
    ...(participantPassCode === null
      ? []
      : [text('meetings.passCode', { passCode: participantPassCode })]),
    ...(directoryUrl === null ? [] : [text('meetings.allNumbers', { url: directoryUrl })]),
  ];
}
