import { Field, Input, Select, SpinButton } from '@fluentui/react-components';
import { useState } from 'react';
import { escalationSeconds } from '../../../app/domain/alert-settings.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';

const ways = ['call', 'message'] as const;

/** What happens to an alert that nobody acknowledges: after how long, and who is told how. */
export function EscalationFields() {
  const text = useText();
  const send = useSend();
  const alerts = useMain(({ settings }) => settings.alerts);
  const people = useMain((state) => state.people);
  const { escalation } = alerts;
  const [typed, setTyped] = useState(escalation.person?.uri ?? '');
  const change = (part: Partial<typeof escalation>): void =>
    send('settings.update', { alerts: { ...alerts, escalation: { ...escalation, ...part } } });
  const setPerson = (): void => {
    const value = typed.trim();
    const uri = /^[a-z]+:/i.test(value) ? value : `sip:${value}`;
    const known = Object.values(people).find((person) => person.uri === uri);
    change({ person: value === '' ? null : { uri, name: known?.name ?? '' } });
  };
  return (
    <>
      <Field label={text('settings.alerts.after')}>
        <SpinButton
          value={escalation.afterSeconds}
          min={escalationSeconds.least}
          max={escalationSeconds.most}
          step={5}
          onChange={(_event, { value, displayValue }) => {
            const seconds = Math.round(value ?? Number(displayValue));
            const { least, most } = escalationSeconds;
            if (seconds >= least && seconds <= most) change({ afterSeconds: seconds });
          }}
        />
      </Field>
      <Field label={text('settings.alerts.person')} hint={text('settings.alerts.personHint')}>
        <Input
          value={typed}
          maxLength={320}
          placeholder={text('settings.alerts.nobody')}
          onChange={(_event, { value }) => setTyped(value)}
          onBlur={setPerson}
        />
      </Field>
      <Field label={text('settings.alerts.by')}>
        <Select
          value={escalation.by}
          onChange={(_event, { value }) => {
            const by = ways.find((each) => each === value);
            if (by !== undefined) change({ by });
          }}
        >
          {ways.map((each) => (
            <option key={each} value={each}>
              {text(`settings.alerts.by.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
