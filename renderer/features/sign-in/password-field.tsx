import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { EyeOffRegular, EyeRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

interface PasswordFieldProps {
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

/** A password that can be made legible while it is typed. */
export function PasswordField({ value, missing, onChange }: PasswordFieldProps) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={text('signIn.password')}
      {...(missing ? { validationMessage: text('signIn.passwordMissing') } : {})}
    >
      <Input
        size="large"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        spellCheck={false}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
        contentAfter={
          <Button
            appearance="transparent"
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            aria-label={text(shown ? 'signIn.hidePassword' : 'signIn.showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  );
}
