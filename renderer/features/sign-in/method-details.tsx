import { Body1, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { SignInMethodName } from '../../../app/domain/sign-in-choice.ts';
import { useText } from '../../ui/use-text.ts';
import { PasswordField } from './password-field.tsx';
import type { RequiredField, SignInDraft } from './sign-in-draft.ts';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2 },
});

interface MethodDetailsProps {
  readonly method: SignInMethodName;
  readonly draft: SignInDraft;
  /** What the user forgot. */
  readonly missing: readonly RequiredField[];
  readonly onChange: (change: Partial<SignInDraft>) => void;
}

/** What the chosen way to sign in takes. */
export function MethodDetails(props: MethodDetailsProps) {
  const styles = useStyles();
  const text = useText();
  const { method, draft, missing, onChange } = props;
  switch (method) {
    case 'password':
      return <Password {...props} />;
    case 'windows':
      return (
        <>
          <Checkbox
            label={text('signIn.otherWindowsAccount')}
            checked={draft.otherAccount}
            onChange={(_event, { checked }) => onChange({ otherAccount: checked === true })}
          />
          {draft.otherAccount ? (
            <>
              <UserName
                label={text('signIn.windowsUserName')}
                placeholder={text('signIn.windowsUserNamePlaceholder')}
                {...props}
              />
              <Password {...props} />
            </>
          ) : (
            <Body1 className={styles.note}>{text('signIn.thisWindowsAccountNote')}</Body1>
          )}
        </>
      );
    case 'passive':
      return <Body1 className={styles.note}>{text('signIn.passiveNote')}</Body1>;
    case 'hosted':
      return (
        <>
          <Field
            label={text('signIn.clientId')}
            hint={text('signIn.clientIdHint')}
            {...(missing.includes('clientId')
              ? { validationMessage: text('signIn.clientIdMissing') }
              : {})}
          >
            <Input
              size="large"
              spellCheck={false}
              autoComplete="off"
              value={draft.clientId}
              onChange={(_event, { value }) => onChange({ clientId: value })}
            />
          </Field>
          <Body1 className={styles.note}>{text('signIn.hostedNote')}</Body1>
        </>
      );
  }
}

function Password({ draft, missing, onChange }: MethodDetailsProps) {
  return (
    <PasswordField
      value={draft.password}
      missing={missing.includes('password')}
      onChange={(password) => onChange({ password })}
    />
  );
}

interface UserNameProps extends Pick<MethodDetailsProps, 'draft' | 'missing' | 'onChange'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: string;
}

/** The account's name, where it is not the address. */
export function UserName({ label, placeholder, hint, draft, missing, onChange }: UserNameProps) {
  const text = useText();
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(missing.includes('userName')
        ? { validationMessage: text('signIn.userNameMissing') }
        : {})}
    >
      <Input
        size="large"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={draft.userName}
        onChange={(_event, { value }) => onChange({ userName: value })}
      />
    </Field>
  );
}
