import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface RingReplyProps {
  readonly name: string;
  readonly onSend: (message: string) => void;
  readonly onBack: () => void;
}

const maxLength = 8_000;

/** The user's own words to a caller whose call they decline. Escape goes back, the call rings on. */
export function RingReply({ name, onSend, onBack }: RingReplyProps) {
  const styles = useStyles();
  const text = useText();
  const [message, setMessage] = useState('');
  const isEmpty = message.trim() === '';
  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!isEmpty) onSend(message.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      // It would decline the call.
      event.preventDefault();
      onBack();
    }
  };
  return (
    <form className={styles.root} onSubmit={send}>
      <Textarea
        autoFocus
        aria-label={text('ring.reply', { name })}
        placeholder={text('ring.replyPlaceholder')}
        maxLength={maxLength}
        rows={2}
        value={message}
        onChange={(_event, { value }) => setMessage(value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.buttons}>
        <Button onClick={onBack}>{text('ring.replyBack')}</Button>
        <Button type="submit" appearance="primary" disabled={isEmpty}>
          {text('ring.replySend')}
        </Button>
      </div>
    </form>
  );
}
