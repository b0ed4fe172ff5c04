import { makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useMain } from '../../store/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HistoryRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { RecentRow } from './recent-row.tsx';
import { useMissedSeen } from './use-missed-seen.ts';
import { useOpenRecent } from './use-open-recent.ts';

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

/** Calls, chats and meetings that are over, newest first. */
export function RecentsList() {
  const styles = useStyles();
  const text = useText();
  const recents = useMain((state) => state.recents);
  const open = useOpenRecent();
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
        <RecentRow key={recent.id} recent={recent} onOpen={open} />
      ))}
    </ul>
  );
}
