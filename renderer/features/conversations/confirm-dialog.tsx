import { Button } from '@fluentui/react-components';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useText } from '../../ui/use-text.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly message: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, message, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const text = useText();
  return (
    <DialogFrame
      title={title}
      modalType="alert"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('conversations.cancel')}</Button>
          <Button
            appearance="primary"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {message}
    </DialogFrame>
  );
}
