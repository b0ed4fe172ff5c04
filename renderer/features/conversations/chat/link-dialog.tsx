import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSend } from '../../../store/commands.tsx';
import { DialogFrame } from '../../../ui/dialog-frame.tsx';
import { useText } from '../../../ui/use-text.ts';

const useStyles = makeStyles({
  address: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    maxHeight: '30vh',
    overflowY: 'auto',
    userSelect: 'text',
  },
});

/** Shows the whole address before anything is opened: what a link says may not be where it leads. */
export function LinkDialog({
  address,
  onClose,
}: {
  readonly address: string;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const open = (): void => {
    send('window.openWebPage', { address });
    onClose();
  };
  return (
    <DialogFrame
      title={text('chat.linkTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('conversations.cancel')}</Button>
          <Button appearance="primary" onClick={open}>
            {text('chat.linkOpen')}
          </Button>
        </>
      }
    >
      <Body1>{text('chat.linkText')}</Body1>
      <Body1 className={styles.address}>{address}</Body1>
    </DialogFrame>
  );
}
