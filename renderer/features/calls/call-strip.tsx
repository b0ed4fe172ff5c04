import {
  Caption1,
  Caption1Strong,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { useAppDispatch } from '../../store/hooks.ts';
import { callSelected } from '../../store/view-slice.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { outcomeText } from './outcome-text.ts';
import { useCallStatus } from './use-call-status.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    overflowX: 'auto',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  call: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minWidth: '132px',
    maxWidth: '220px',
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { border: `2px solid ${tokens.colorCompoundBrandStroke}` },
  ringing: { border: `2px dashed ${tokens.colorPaletteGreenBorderActive}` },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** All calls side by side; choosing one puts it on the stage. */
export function CallStrip({
  calls,
  currentId,
}: {
  calls: readonly Call[];
  currentId: string | null;
}) {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const status = useCallStatus();
  return (
    <nav className={styles.root} aria-label={text('call.strip')}>
      {calls.map((call) => {
        const { name } = call.remote;
        const ended =
          call.outcome === null ? null : outcomeText({ ...call, outcome: call.outcome });
        return (
          <button
            key={call.id}
            type="button"
            className={mergeClasses(
              styles.call,
              call.phase === 'ringing' && styles.ringing,
              call.id === currentId && styles.current,
            )}
            aria-current={call.id === currentId}
            onClick={() => dispatch(callSelected(call.id))}
          >
            <PersonAvatar name={name} uri={call.remote.uri} size={24} />
            <span className={styles.lines}>
              <Caption1Strong className={styles.line}>{name}</Caption1Strong>
              <Caption1 className={styles.line}>
                {ended === null ? status(call) : text(ended.key, ended.values)}
              </Caption1>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
