import {
  Button,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import { type AlertKind, alertKinds, ruleOf } from '../../../app/domain/alert-matrix.ts';
import { type Importance, importances } from '../../../app/domain/importance.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { PlayRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { AlertRuleForm } from './alert-rule-form.tsx';
import { useRuleWords } from './use-rule-words.ts';

const useStyles = makeStyles({
  table: { tableLayout: 'auto' },
  what: { width: '30%' },
  name: { justifyContent: 'flex-start', textAlign: 'left', minWidth: 0, paddingLeft: 0 },
  how: {
    overflowWrap: 'anywhere',
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  changed: { fontWeight: tokens.fontWeightSemibold },
  try: { width: '44px' },
  group: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
});

/** How each kind of thing alerts at each importance: to be read, changed and tried. */
export function AlertMatrixTable() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const words = useRuleWords();
  const changes = useMain(({ settings }) => settings.alerts.changes);
  const [open, setOpen] = useState<string | null>(null);
  const row = (importance: Importance, kind: AlertKind) => {
    const cell = `${kind}.${importance}`;
    const rule = ruleOf(changes, kind, importance);
    const isChanged = changes.some((each) => each.kind === kind && each.importance === importance);
    const what = text(`alert.kind.${kind}`);
    const name = text('alert.trial.title', { what, importance: text(`importance.${importance}`) });
    return (
      <Fragment key={cell}>
        <TableRow data-cell={cell}>
          <TableHeaderCell scope="row" className={styles.what}>
            <Button
              className={styles.name}
              size="small"
              appearance="transparent"
              aria-expanded={open === cell}
              aria-label={text('settings.alerts.change', { name })}
              onClick={() => setOpen(open === cell ? null : cell)}
            >
              {what}
            </Button>
          </TableHeaderCell>
          <TableCell className={mergeClasses(styles.how, isChanged && styles.changed)}>
            {words(rule)}
          </TableCell>
          <TableCell className={styles.try}>
            <Button
              size="small"
              appearance="subtle"
              icon={<PlayRegular />}
              aria-label={text('settings.alerts.try', { name })}
              title={text('settings.alerts.try', { name })}
              onClick={() => send('alerts.try', { kind, importance })}
            />
          </TableCell>
        </TableRow>
        {open === cell ? (
          <TableRow>
            <TableCell colSpan={3}>
              <AlertRuleForm kind={kind} importance={importance} name={name} />
            </TableCell>
          </TableRow>
        ) : null}
      </Fragment>
    );
  };
  return (
    <Table size="small" className={styles.table} aria-label={text('settings.alerts.matrix')}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.what}>{text('settings.alerts.what')}</TableHeaderCell>
          <TableHeaderCell>{text('settings.alerts.how')}</TableHeaderCell>
          <TableHeaderCell className={styles.try}>{text('settings.alerts.tryIt')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {[...importances].reverse().map((importance) => (
          <Fragment key={importance}>
            <TableRow>
              <TableHeaderCell scope="rowgroup" colSpan={3} className={styles.group}>
                {text(`importance.${importance}`)}
              </TableHeaderCell>
            </TableRow>
            {alertKinds.map((kind) => row(importance, kind))}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}
