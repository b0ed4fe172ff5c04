import {
  Body1,
  Button,
  Card,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type Importance, importances } from '../../../app/domain/importance.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { CallInboundRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { width: '100%', maxWidth: '420px', boxSizing: 'border-box', textAlign: 'left' },
  title: { margin: 0 },
  choices: {
    display: 'flex',
    alignItems: 'flex-start',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
  },
});

/**
 * In the demo: has a colleague call, so that one person can try what needs two.
 * @param onAsked told when a call was asked for
 */
export function DemoPanel({ onAsked }: { readonly onAsked?: () => void }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const colleagues = useMain(({ environment }) => environment.demoColleagues);
  const [chosenUri, setChosenUri] = useState<string | null>(null);
  const [importance, setImportance] = useState<Importance>('Normal');
  const [modality, setModality] = useState<'audio' | 'audioVideo'>('audio');
  const colleague = colleagues.find(({ uri }) => uri === chosenUri) ?? colleagues[0];
  if (colleague === undefined) return null;
  const { uri: colleagueUri, name } = colleague;
  return (
    <Card className={styles.root} role="group" aria-label={text('demo.title')}>
      <Subtitle2 as="h2" className={styles.title}>
        {text('demo.title')}
      </Subtitle2>
      <Body1>{text('demo.text')}</Body1>
      {colleagues.length > 1 ? (
        <Field label={text('demo.colleague')}>
          <Select value={colleagueUri} onChange={(_event, { value }) => setChosenUri(value)}>
            {colleagues.map(({ uri, name: label }) => (
              <option key={uri} value={uri}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <div className={styles.choices}>
        <Field label={text('dial.importance')}>
          <RadioGroup
            value={importance}
            onChange={(_event, { value }) =>
              setImportance(importances.find((each) => each === value) ?? 'Normal')
            }
          >
            {importances.map((each) => (
              <Radio key={each} value={each} label={text(`importance.${each}`)} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={text('demo.with')}>
          <RadioGroup
            value={modality}
            onChange={(_event, { value }) =>
              setModality(value === 'audioVideo' ? 'audioVideo' : 'audio')
            }
          >
            <Radio value="audio" label={text('demo.audio')} />
            <Radio value="audioVideo" label={text('demo.audioVideo')} />
          </RadioGroup>
        </Field>
      </div>
      <Button
        appearance="primary"
        icon={<CallInboundRegular />}
        onClick={() => {
          send('demo.callMe', { colleagueUri, importance, modality });
          onAsked?.();
        }}
      >
        {text('demo.callMe', { name })}
      </Button>
    </Card>
  );
}
