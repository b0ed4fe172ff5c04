import { Button, Field, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import {
  type AlertKind,
  type AlertRule,
  notificationStays,
  ringWindowRules,
  ruleOf,
} from '../../../app/domain/alert-matrix.ts';
import { ringTones } from '../../../app/domain/alert-plan.ts';
import type { Importance } from '../../../app/domain/importance.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
    margin: 0,
    border: 'none',
    minWidth: 0,
  },
  reset: { alignSelf: 'flex-start' },
});

const tones = ['none', ...ringTones] as const;
const switches = [
  'repeat',
  'flash',
  'throughDoNotDisturb',
  'throughDesktop',
  'acknowledge',
] as const;

interface AlertRuleFormProps {
  readonly kind: AlertKind;
  readonly importance: Importance;
  readonly name: string;
}

/** One cell of the alert matrix, to be changed. What is chosen holds at once. */
export function AlertRuleForm({ kind, importance, name }: AlertRuleFormProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const alerts = useMain(({ settings }) => settings.alerts);
  const rule = ruleOf(alerts.changes, kind, importance);
  const others = alerts.changes.filter(
    (each) => each.kind !== kind || each.importance !== importance,
  );
  const isChanged = others.length < alerts.changes.length;
  const change = (part: Partial<AlertRule>): void => {
    const changes = [...others, { ...rule, ...part, kind, importance }];
    send('settings.update', { alerts: { ...alerts, changes } });
  };
  return (
    <fieldset className={styles.root} aria-label={name}>
      <Field label={text('settings.alerts.tone')}>
        <Select
          value={rule.tone}
          onChange={(_event, { value }) => {
            const tone = tones.find((each) => each === value);
            if (tone !== undefined) change({ tone });
          }}
        >
          {tones.map((each) => (
            <option key={each} value={each}>
              {text(`settings.alerts.tone.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('settings.alerts.notification')}>
        <Select
          value={rule.notification}
          onChange={(_event, { value }) => {
            const notification = notificationStays.find((each) => each === value);
            if (notification !== undefined) change({ notification });
          }}
        >
          {notificationStays.map((each) => (
            <option key={each} value={each}>
              {text(`settings.alerts.notification.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('settings.alerts.window')}>
        <Select
          value={rule.ringWindow}
          onChange={(_event, { value }) => {
            const ringWindow = ringWindowRules.find((each) => each === value);
            if (ringWindow !== undefined) change({ ringWindow });
          }}
        >
          {ringWindowRules.map((each) => (
            <option key={each} value={each}>
              {text(`settings.alerts.window.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {switches.map((each) => (
        <Switch
          key={each}
          label={text(`settings.alerts.${each}`)}
          checked={rule[each]}
          onChange={(_event, { checked }) => change({ [each]: checked })}
        />
      ))}
      <Button
        className={styles.reset}
        size="small"
        disabled={!isChanged}
        onClick={() => send('settings.update', { alerts: { ...alerts, changes: others } })}
      >
        {text('settings.alerts.reset')}
      </Button>
    </fieldset>
  );
}
