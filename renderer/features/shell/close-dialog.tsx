import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { useText } from '../../ui/use-text.ts';

/** Where there is no tray to live in: minimise, quit, or neither. */
export function CloseDialog() {
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const choose = (choice: 'minimize' | 'quit' | 'cancel'): void => {
    dispatch(dialogClosed());
    send('window.closeChoice', { choice });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={() => choose('cancel')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('close.title')}</DialogTitle>
          <DialogContent>{text('close.text')}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => choose('minimize')}>
              {text('close.minimize')}
            </Button>
            <Button onClick={() => choose('quit')}>{text('close.quit')}</Button>
            <Button appearance="subtle" onClick={() => choose('cancel')}>
              {text('close.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
