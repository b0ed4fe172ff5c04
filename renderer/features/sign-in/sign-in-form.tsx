import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  Divider,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { PasswordField } from './password-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  advanced: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  demo: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    textAlign: 'center',
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface Credentials {
  readonly address: string;
  readonly password: string;
  readonly discoveryUrl: string;
}

interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  readonly onSubmit: () => void;
  readonly onTryDemo: () => void;
}

/** Address, password, a discovery URL for those who have one, and the demo. */
export function SignInForm({ credentials, onChange, onSubmit, onTryDemo }: SignInFormProps) {
  const styles = useStyles();
  const text = useText();
  const [checked, setChecked] = useState(false);
  const { address, password, discoveryUrl } = credentials;
  const addressMissing = checked && address.trim() === '';
  const passwordMissing = checked && password === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (address.trim() !== '' && password !== '') onSubmit();
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={text('signIn.address')}
          {...(addressMissing ? { validationMessage: text('signIn.addressMissing') } : {})}
        >
          <Input
            size="large"
            type="email"
            inputMode="email"
            autoComplete="username"
            spellCheck={false}
            placeholder={text('signIn.addressPlaceholder')}
            value={address}
            onChange={(_event, { value }) => onChange({ ...credentials, address: value })}
          />
        </Field>
        <PasswordField
          value={password}
          missing={passwordMissing}
          onChange={(value) => onChange({ ...credentials, password: value })}
        />
        <Accordion
          className={styles.advanced}
          collapsible
          defaultOpenItems={discoveryUrl === '' ? [] : ['advanced']}
        >
          <AccordionItem value="advanced">
            <AccordionHeader size="small">{text('signIn.advanced')}</AccordionHeader>
            <AccordionPanel>
              <Field label={text('signIn.discoveryUrl')} hint={text('signIn.discoveryUrlHint')}>
                <Input
                  type="url"
                  spellCheck={false}
                  value={discoveryUrl}
                  onChange={(_event, { value }) =>
                    onChange({ ...credentials, discoveryUrl: value })
                  }
                />
              </Field>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
        <Button type="submit" appearance="primary" size="large">
          {text('signIn.submit')}
        </Button>
      </form>
      <Divider>{text('signIn.or')}</Divider>
      <div className={styles.demo}>
        <Button size="large" onClick={onTryDemo}>
          {text('signIn.tryDemo')}
        </Button>
        <Caption1 className={styles.hint}>{text('signIn.demoHint')}</Caption1>
      </div>
    </>
  );
}
