import { makeStyles, tokens } from '@fluentui/react-components';
import type { Importance } from '../../../app/domain/importance.ts';
import { AlertUrgentFilled, ImportantFilled } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: {
    verticalAlign: 'text-bottom',
    marginRight: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
  },
});

/** Marks what is more than normal. */
export function ImportanceMark({ importance }: { importance: Importance }) {
  const styles = useStyles();
  const text = useText();
  if (importance === 'Normal') return null;
  const Icon = importance === 'Emergency' ? AlertUrgentFilled : ImportantFilled;
  return <Icon className={styles.root} aria-label={text(`importance.${importance}`)} />;
}
