import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Radio,
  RadioGroup,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { importances } from '../../../app/domain/importance.ts';
import { useMain } from '../../store/hooks.ts';
import { OptionsRegular, PeopleTeamRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useMeetNow } from '../conversations/use-start-conversation.ts';
import { aboutOf, type CallOptions, hasOptions, plainCall } from './call-options.ts';
import { WaysToCall } from './ways-to-call.tsx';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '300px',
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: 'calc(100vh - 48px)',
    overflowY: 'auto',
    boxSizing: 'border-box',
  },
  buttons: {
    display: 'flex',
    justifyContent: 'flex-end',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
});

interface DialOptionsProps {
  readonly options: CallOptions;
  readonly onChange: (options: CallOptions) => void;
}

/** Subject, importance and how the call begins. */
export function DialOptions({ options, onChange }: DialOptionsProps) {
  const styles = useStyles();
  const text = useText();
  const meetNow = useMeetNow();
  const canMeet = useMain(({ can }) => can.startMeeting);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={(_event, data) => setOpen(data.open)}
      trapFocus
      // In a low window it scrolls rather than reach out of it.
      positioning={{ position: 'below', align: 'end', autoSize: 'height' }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance={hasOptions(options) ? 'primary' : 'subtle'}
          icon={<OptionsRegular />}
          aria-label={text('dial.options')}
          title={text('dial.options')}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={text('dial.options')}>
        <Field label={text('dial.subject')}>
          <Input
            placeholder={text('dial.subjectPlaceholder')}
            maxLength={250}
            value={options.subject}
            onChange={(_event, { value }) => onChange({ ...options, subject: value })}
          />
        </Field>
        <Field label={text('dial.importance')}>
          <RadioGroup
            value={options.importance}
            onChange={(_event, { value }) =>
              onChange({
                ...options,
                importance: importances.find((each) => each === value) ?? 'Normal',
              })
            }
          >
            {importances.map((each) => (
              <Radio key={each} value={each} label={text(`importance.${each}`)} />
            ))}
          </RadioGroup>
        </Field>
        <WaysToCall options={options} onChange={onChange} />
        <Switch
          disabled={options.ownPhone !== null}
          label={text('dial.startMuted')}
          checked={options.startMuted}
          onChange={(_event, { checked }) => onChange({ ...options, startMuted: checked })}
        />
        <Switch
          disabled={options.ownPhone !== null}
          label={text('dial.startVideoOff')}
          checked={options.startVideoOff}
          onChange={(_event, { checked }) => onChange({ ...options, startVideoOff: checked })}
        />
        <div className={styles.buttons}>
          <Button appearance="subtle" onClick={() => onChange(plainCall)}>
            {text('dial.resetOptions')}
          </Button>
          <Button
            icon={<PeopleTeamRegular />}
            disabledFocusable={!canMeet}
            title={canMeet ? undefined : text('conversations.meetNowNotOffered')}
            onClick={() => {
              setOpen(false);
              meetNow(aboutOf(options));
              onChange(plainCall);
            }}
          >
            {text('conversations.meetNow')}
          </Button>
          <Button appearance="primary" onClick={() => setOpen(false)}>
            {text('dial.done')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
