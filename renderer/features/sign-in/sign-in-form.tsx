import {
  Button,
  Caption1,
  Divider,
  Field,
  Input,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { type FocusEvent, type FormEvent, useState } from 'react';
import type { SignInMethodName } from '../../../app/domain/sign-in-choice.ts';
import { useText } from '../../ui/use-text.ts';
import { AdvancedFields } from './advanced-fields.tsx';
import { MethodDetails } from './method-details.tsx';
import { MethodField } from './method-field.tsx';
import { missingFields, type SignInDraft } from './sign-in-draft.ts';
import type { OfferSearch } from './use-sign-in-offer.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  demo: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    textAlign: 'center',
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface SignInFormProps {
  readonly draft: SignInDraft;
  readonly method: SignInMethodName;
  /** What the server offers; empty while that is not known. */
  readonly offered: readonly SignInMethodName[];
  readonly search: OfferSearch;
  readonly onChange: (change: Partial<SignInDraft>) => void;
  readonly onSubmit: () => void;
  readonly onTryDemo: () => void;
  /** Looks for what keeps a sign-in from working; takes the address only. */
  readonly onCheck: () => void;
  readonly onJoinAsGuest: () => void;
}

/** Address, how to sign in and what that takes, what an administrator may have given, and the demo. */
export function SignInForm(props: SignInFormProps) {
  const { draft, method, offered, search, onChange, onSubmit } = props;
  const { onTryDemo, onCheck, onJoinAsGuest } = props;
  const styles = useStyles();
  const text = useText();
  // The dialog is not this button's child.
  const restoreFocus = useRestoreFocusTarget();
  const [checked, setChecked] = useState<'nothing' | 'address' | 'all'>('nothing');
  const lacking = missingFields(draft, method);
  const missing = lacking.filter((field) => checked === 'all' || checked === field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked('all');
    if (lacking.length === 0) onSubmit();
  };
  const check = (): void => {
    if (lacking.includes('address')) setChecked('address');
    else onCheck();
  };
  const leave = ({ relatedTarget }: FocusEvent): void => {
    // Whoever presses the button must not have the form move under it.
    const isSubmitting =
      relatedTarget instanceof HTMLButtonElement && relatedTarget.type === 'submit';
    if (!isSubmitting) search.look(draft);
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={text('signIn.address')}
          {...(missing.includes('address')
            ? { validationMessage: text('signIn.addressMissing') }
            : {})}
        >
          <Input
            size="large"
            type="email"
            inputMode="email"
            autoComplete="username"
            spellCheck={false}
            placeholder={text('signIn.addressPlaceholder')}
            value={draft.address}
            onChange={(_event, { value }) => onChange({ address: value })}
            onBlur={leave}
          />
        </Field>
        <MethodField
          method={method}
          offered={offered}
          search={search}
          onChange={(chosen) => onChange({ method: chosen })}
        />
        <MethodDetails method={method} draft={draft} missing={missing} onChange={onChange} />
        <AdvancedFields
          method={method}
          draft={draft}
          onChange={onChange}
          onLeaveDiscoveryUrl={leave}
        />
        <Button type="submit" appearance="primary" size="large">
          {text('signIn.submit')}
        </Button>
      </form>
      <Button {...restoreFocus} appearance="transparent" onClick={check}>
        {text('doctor.open')}
      </Button>
      <Divider>{text('signIn.or')}</Divider>
      <div className={styles.demo}>
        <Button size="large" onClick={onTryDemo}>
          {text('signIn.tryDemo')}
        </Button>
        <Caption1 className={styles.hint}>{text('signIn.demoHint')}</Caption1>
        <Button appearance="transparent" onClick={onJoinAsGuest}>
          {text('meetings.guest.open')}
        </Button>
      </div>
    </>
  );
}
