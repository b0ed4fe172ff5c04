import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FocusEvent, useState } from 'react';
import type { SignInMethodName } from '../../../app/domain/sign-in-choice.ts';
import { useText } from '../../ui/use-text.ts';
import { UserName } from './method-details.tsx';
import type { SignInDraft } from './sign-in-draft.ts';

const useStyles = makeStyles({
  root: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface AdvancedFieldsProps {
  readonly method: SignInMethodName;
  readonly draft: SignInDraft;
  readonly onChange: (change: Partial<SignInDraft>) => void;
  /** The discovery URL was typed to its end. */
  readonly onLeaveDiscoveryUrl: (event: FocusEvent) => void;
}

/** What only some need, and then from their administrator. */
export function AdvancedFields(props: AdvancedFieldsProps) {
  const { method, draft, onChange, onLeaveDiscoveryUrl } = props;
  const styles = useStyles();
  const text = useText();
  const [isOpenAtFirst] = useState(draft.discoveryUrl !== '' || draft.userName !== '');
  return (
    <Accordion
      className={styles.root}
      collapsible
      defaultOpenItems={isOpenAtFirst ? ['advanced'] : []}
    >
      <AccordionItem value="advanced">
        <AccordionHeader size="small">{text('signIn.advanced')}</AccordionHeader>
        <AccordionPanel className={styles.fields}>
          <Field label={text('signIn.discoveryUrl')} hint={text('signIn.discoveryUrlHint')}>
            <Input
              type="url"
              spellCheck={false}
              value={draft.discoveryUrl}
              onChange={(_event, { value }) => onChange({ discoveryUrl: value })}
              onBlur={onLeaveDiscoveryUrl}
            />
          </Field>
          {method === 'password' ? (
            <UserName
              label={text('signIn.userName')}
              hint={text('signIn.userNameHint')}
              draft={draft}
              missing={[]}
              onChange={onChange}
            />
          ) : null}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
