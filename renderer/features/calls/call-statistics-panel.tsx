import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { StreamQuality } from '../../media/call-statistics.ts';
import { useCallStatistics } from '../../media/media-context.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: {
    borderSpacing: `${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalL})`,
    textAlign: 'left',
  },
});

type Kind = 'audio' | 'video';

/** What the wire carries: codec, packets, losses, round trip. For curious people and for help desks. */
export function CallStatisticsPanel({ mediaId }: { mediaId: string }) {
  const styles = useStyles();
  const text = useText();
  const statistics = useCallStatistics(mediaId);
  const kinds: Kind[] = statistics?.video == null ? ['audio'] : ['audio', 'video'];
  const row = (name: string, read: (stream: StreamQuality) => string | number | null) => (
    <tr>
      <th scope="row">
        <Caption1>{name}</Caption1>
      </th>
      {kinds.map((kind) => {
        const stream = statistics?.[kind] ?? null;
        return (
          <td key={kind}>
            <Caption1>{(stream === null ? null : read(stream)) ?? text('stats.none')}</Caption1>
          </td>
        );
      })}
    </tr>
  );
  return (
    <section
      className={styles.root}
      aria-label={text('stats.title')}
      data-testid="media-stats"
      data-audio-packets-sent={statistics?.audio?.packetsSent ?? 0}
      data-audio-packets-received={statistics?.audio?.packetsReceived ?? 0}
      data-video-packets-sent={statistics?.video?.packetsSent ?? 0}
      data-video-packets-received={statistics?.video?.packetsReceived ?? 0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                <Caption1Strong>{text(`stats.${kind}`)}</Caption1Strong>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(text('stats.codec'), ({ codec }) => codec)}
          {row(text('stats.sent'), ({ packetsSent }) => packetsSent)}
          {row(text('stats.received'), ({ packetsReceived }) => packetsReceived)}
          {row(text('stats.lost'), ({ packetsLost }) => packetsLost)}
          {kinds.includes('video')
            ? row(text('stats.picture'), ({ picture }) =>
                picture === null ? null : `${picture.width} × ${picture.height}`,
              )
            : null}
        </tbody>
      </table>
      <Caption1>
        {text('stats.roundTrip')}:{' '}
        {statistics?.roundTripMs == null
          ? text('stats.none')
          : text('stats.milliseconds', { value: statistics.roundTripMs })}
      </Caption1>
    </section>
  );
}
