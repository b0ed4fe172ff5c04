import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { ownNoteLimit } from '../../../app/domain/presence.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { useText } from '../../ui/use-text.ts';

/** The note that others see beside the presence: written, changed, taken away. */
export function NoteDialog() {
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const note = useMain((state) => state.ownNote);
  const [typed, setTyped] = useState(note ?? '');
  const set = (value: string): void => {
    send('presence.setNote', { text: value });
    dispatch(dialogClosed());
  };
  return (
    <Dialog open onOpenChange={() => dispatch(dialogClosed())}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            set(typed.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>{text('note.title')}</DialogTitle>
            <DialogContent>
              <Field label={text('note.label')} hint={text('note.hint')}>
                <Textarea
                  value={typed}
                  maxLength={ownNoteLimit}
                  disabled={note === null}
                  onChange={(_event, data) => setTyped(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions fluid>
              <Button type="submit" appearance="primary" disabled={note === null}>
                {text('note.show')}
              </Button>
              <Button disabled={note === null || note === ''} onClick={() => set('')}>
                {text('note.clear')}
              </Button>
              <Button appearance="subtle" onClick={() => dispatch(dialogClosed())}>
                {text('note.cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
