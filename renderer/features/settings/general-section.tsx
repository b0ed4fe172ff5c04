import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { getCountries } from 'libphonenumber-js/min';
import { useMemo } from 'react';
import { chosenPhone } from '../../../app/domain/calling.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { useShownNumber } from '../calls/use-call-status.ts';
import { SettingsSection } from './settings-section.tsx';

const colorSchemes = ['system', 'light', 'dark'] as const;

/** Every country with phone numbers, by its name in the user's language. */
const countriesByName = (): readonly { readonly code: string; readonly name: string }[] => {
  const names = new Intl.DisplayNames(undefined, { type: 'region' });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name));
};

export function AppearanceSection() {
  const text = useText();
  const send = useSend();
  const colorScheme = useMain(({ settings }) => settings.colorScheme);
  return (
    <SettingsSection title={text('settings.appearance')}>
      <Field label={text('settings.colorScheme')}>
        <RadioGroup
          layout="horizontal"
          value={colorScheme}
          onChange={(_event, { value }) =>
            send('settings.update', { colorScheme: colorSchemes.find((each) => each === value) })
          }
        >
          {colorSchemes.map((each) => (
            <Radio key={each} value={each} label={text(`settings.colorScheme.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
    </SettingsSection>
  );
}

export function CallingSection() {
  const text = useText();
  const send = useSend();
  const region = useMain(({ settings }) => settings.region);
  const countries = useMemo(countriesByName, []);
  return (
    <SettingsSection title={text('settings.calling')}>
      <Field label={text('settings.region')} hint={text('settings.regionHint')}>
        <Select
          value={region}
          onChange={(_event, { value }) => send('settings.update', { region: value })}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <PhoneField />
    </SettingsSection>
  );
}

/** Which of the user's phones rings; nothing for users without one. */
function PhoneField() {
  const text = useText();
  const send = useSend();
  const shown = useShownNumber();
  const { phones } = useMain(({ calling }) => calling);
  const chosen = useMain(({ calling, settings }) => chosenPhone(calling, settings.phoneNumber));
  if (phones.length === 0) return null;
  return (
    <Field label={text('settings.phone')} hint={text('settings.phoneHint')}>
      <Select
        value={chosen ?? ''}
        onChange={(_event, { value }) => send('settings.update', { phoneNumber: value })}
      >
        {phones.map(({ type, number }) => (
          <option key={number} value={number}>
            {text(`phone.${type}`, { number: shown(number) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
