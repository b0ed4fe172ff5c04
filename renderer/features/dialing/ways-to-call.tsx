import { Field, Select } from '@fluentui/react-components';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { useShownNumber } from '../calls/use-call-status.ts';
import type { CallOptions } from './call-options.ts';

interface WaysToCallProps {
  readonly options: CallOptions;
  readonly onChange: (options: CallOptions) => void;
}

/** With this program or on an own phone, in the own name or a delegator's: where the server offers it. */
export function WaysToCall({ options, onChange }: WaysToCallProps) {
  const text = useText();
  const shown = useShownNumber();
  const { phones, delegators } = useMain(({ calling }) => calling);
  const can = useMain((state) => state.can);
  return (
    <>
      {can.startPhoneAudio && phones.length > 0 ? (
        <Field label={text('dial.with')} hint={text('dial.phoneHint')}>
          <Select
            value={options.ownPhone ?? ''}
            onChange={(_event, { value }) =>
              onChange({ ...options, ownPhone: value === '' ? null : value })
            }
          >
            <option value="">{text('dial.withParley')}</option>
            {phones.map(({ type, number }) => (
              <option key={number} value={number}>
                {text(`phone.${type}`, { number: shown(number) })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {can.startOnBehalf && delegators.length > 0 ? (
        <Field label={text('dial.onBehalfOf')}>
          <Select
            value={options.onBehalfOf ?? ''}
            onChange={(_event, { value }) =>
              onChange({ ...options, onBehalfOf: value === '' ? null : value })
            }
          >
            <option value="">{text('dial.myself')}</option>
            {delegators.map(({ uri, name }) => (
              <option key={uri} value={uri}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}
