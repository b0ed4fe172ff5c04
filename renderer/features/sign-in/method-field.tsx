import { Field, Select } from '@fluentui/react-components';
import { type SignInMethodName, signInMethods } from '../../../app/domain/sign-in-choice.ts';
import { useText } from '../../ui/use-text.ts';
import type { OfferSearch } from './use-sign-in-offer.ts';

interface MethodFieldProps {
  readonly method: SignInMethodName;
  /** What the server offers; empty while that is not known. */
  readonly offered: readonly SignInMethodName[];
  readonly search: OfferSearch;
  readonly onChange: (method: SignInMethodName) => void;
}

/** How to sign in: what the server offers, or everything as long as nobody knows. */
export function MethodField({ method, offered, search, onChange }: MethodFieldProps) {
  const text = useText();
  const shown = offered.length === 0 ? signInMethods : offered;
  return (
    <Field label={text('signIn.method')} hint={useMethodHint(search)}>
      <Select
        size="large"
        value={method}
        onChange={(_event, { value }) => {
          const chosen = signInMethods.find((each) => each === value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {shown.map((each) => (
          <option key={each} value={each}>
            {text(`signIn.method.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function useMethodHint({ offer, isLooking }: OfferSearch): string {
  const text = useText();
  if (isLooking) return text('signIn.lookingForServer');
  if (offer?.type === 'offered') return text('signIn.serverFound', { host: offer.host });
  return text('signIn.methodHint');
}
