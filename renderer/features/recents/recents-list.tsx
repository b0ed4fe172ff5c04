import { makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useMain } from '../../store/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HistoryRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useStartCall } from '../calls/use-start-call.ts';
import { RecentRow } from './recent-row.tsx';
import { useMissedSeen } from './use-missed-seen.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
  },
});

/** The calls since Parley was started, newest first. */
export function RecentsList() {
  const styles = useStyles();
  const text = useText();
  const recents = useMain((state) => state.recents);
  const can = useMain((state) => state.can);
  const startCall = useStartCall();
  useMissedSeen();
  const arrows = useArrowNavigationGroup({ axis: 'vertical' });
  if (recents.length === 0) {
    return (
      <EmptyState
        icon={<HistoryRegular />}
        title={text('recents.empty')}
        text={text('recents.emptyText')}
      />
    );
  }
  return (
    <ul className={styles.root} aria-label={text('recents.list')} {...arrows}>
      {recents.map((recent) => (
        <RecentRow
          key={recent.id}
          recent={recent}
          enabled={recent.modality === 'audio' ? can.startAudio : can.startAudioVideo}
          onCall={startCall}
        />
      ))}
    </ul>
  );
}
