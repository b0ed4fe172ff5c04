import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CommandPayload } from '../../../app/ipc/commands.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { callSelected, commandRefused, emergencySettled } from '../../store/view-slice.ts';
import { CallFilled } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

type Location = NonNullable<CommandPayload<'calls.start'>['emergency']>['location'];

const parts = [
  'address',
  'building',
  'city',
  'state',
  'zip',
  'country',
] as const satisfies readonly (keyof Location)[];

const nowhere: Location = { address: '', building: '', city: '', state: '', zip: '', country: '' };

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  place: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  // Fluent's own minimum is more than a narrow column has.
  input: { minWidth: 0 },
  call: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

/** Nobody calls emergency services by mistake: asks whether it is meant, and where the user is. */
export function EmergencyDialog({ number }: { number: string }) {
  const styles = useStyles();
  const text = useText();
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const { emergencyDisclaimer } = useMain(({ calling }) => calling);
  const tellsPlace = useMain(({ can }) => can.startEmergencyCall);
  const [location, setLocation] = useState(nowhere);
  const close = (): void => {
    dispatch(emergencySettled());
  };
  const call = async (): Promise<void> => {
    close();
    const wish = { to: number, modality: 'audio', emergency: { location } } as const;
    const reply = await ask('calls.start', { ...wish, importance: 'Emergency' });
    dispatch(reply.ok ? callSelected(reply.value.callId) : commandRefused(reply.error));
  };
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('emergency.title', { number })}</DialogTitle>
          <DialogContent className={styles.content}>
            <Body1>{text('emergency.text')}</Body1>
            {emergencyDisclaimer === null ? null : (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{emergencyDisclaimer}</MessageBarBody>
              </MessageBar>
            )}
            {tellsPlace ? (
              <div className={styles.place}>
                {parts.map((part) => (
                  <Field key={part} label={text(`emergency.${part}`)}>
                    <Input
                      className={styles.input}
                      maxLength={100}
                      value={location[part]}
                      onChange={(_event, { value }) => setLocation({ ...location, [part]: value })}
                    />
                  </Field>
                ))}
              </div>
            ) : null}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="secondary" onClick={close}>
              {text('emergency.cancel')}
            </Button>
            <Button className={styles.call} icon={<CallFilled />} onClick={() => void call()}>
              {text('emergency.call', { number })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
