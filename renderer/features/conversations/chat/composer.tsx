import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CommandError } from '../../../../app/ipc/contract.ts';
import { useAsk } from '../../../store/commands.tsx';
import { useAppDispatch, useView } from '../../../store/hooks.ts';
import { composerFocused, drafted } from '../../../store/view-slice.ts';
import { SendRegular } from '../../../ui/icons.ts';
import { useDataText, useText } from '../../../ui/use-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    flexShrink: 0,
  },
  field: { flexGrow: 1, minWidth: 0 },
  area: { width: '100%' },
  input: { minHeight: '32px', maxHeight: '30vh', paddingTop: '5px', paddingBottom: '5px' },
});

/** How often others are told that the user writes. */
const typingEveryMs = 4_000;

/** More lines than these are scrolled. */
const maxRows = 6;

/**
 * The field to write in. What was typed stays with its conversation until the message was taken:
 * nothing is lost by looking elsewhere or by a message that could not be sent.
 */
export function Composer({
  conversationId,
  canSend,
}: {
  readonly conversationId: string;
  readonly canSend: boolean;
}) {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const draft = useView(({ drafts }) => drafts[conversationId] ?? '');
  const [error, setError] = useState<CommandError | null>(null);
  const lastTypingAtMs = useRef(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const isAsked = useView(({ composeIn }) => composeIn === conversationId);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    dispatch(composerFocused());
  }, [dispatch, isAsked]);

  const write = (value: string): void => {
    dispatch(drafted({ conversationId, text: value }));
    setError(null);
    const nowMs = Date.now();
    if (value === '' || nowMs - lastTypingAtMs.current < typingEveryMs) return;
    lastTypingAtMs.current = nowMs;
    // Whether others see it is no matter of life and death.
    void ask('conversations.setTyping', { conversationId });
  };
  const send = async (): Promise<void> => {
    const message = draft.trim();
    field.current?.focus();
    if (message === '' || !canSend) return;
    dispatch(drafted({ conversationId, text: '' }));
    lastTypingAtMs.current = 0;
    const reply = await ask('conversations.send', { conversationId, text: message });
    if (reply.ok) return;
    setError(reply.error);
    dispatch(drafted({ conversationId, text: message }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // An Enter that ends the composition of a character does not end the message.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const rows = Math.min(maxRows, draft.split('\n').length);
  return (
    <div className={styles.root}>
      <Field
        className={styles.field}
        {...(error === null
          ? {}
          : {
              validationMessage: dataText(error.messageKey, error.values, 'error.internal'),
              validationState: 'error',
            })}
      >
        <Textarea
          className={styles.area}
          textarea={{ ref: field, className: styles.input, rows }}
          aria-label={text('chat.write')}
          placeholder={canSend ? text('chat.write') : text('chat.notOffered')}
          title={text('chat.hint')}
          resize="none"
          value={draft}
          onChange={(_event, { value }) => write(value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Button
        appearance="primary"
        icon={<SendRegular />}
        aria-label={text('chat.send')}
        title={canSend ? text('chat.send') : text('chat.notOffered')}
        disabledFocusable={!canSend || draft.trim() === ''}
        onClick={() => void send()}
      />
    </div>
  );
}
