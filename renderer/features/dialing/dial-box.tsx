import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Person } from '../../../app/domain/person.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { callSelected, conversationSelected, emergencyDialled } from '../../store/view-slice.ts';
import { CallRegular, ChatRegular, DialpadRegular, VideoRegular } from '../../ui/icons.ts';
import { useDataText, useText } from '../../ui/use-text.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
import { aboutOf, type CallOptions, plainCall, startCallPayload } from './call-options.ts';
import { DialOptions } from './dial-options.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useDialField } from './use-dial-field.ts';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  row: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  field: { position: 'relative', flexGrow: 1, minWidth: 0 },
  // Fluent's own minimum is more than a narrow pane has.
  input: { width: '100%', minWidth: 0, '& input': { textOverflow: 'ellipsis' } },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** Calls by name, SIP address or phone number. Enter calls, Ctrl+Enter calls with video. */
export function DialBox() {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const can = useMain((state) => state.can);
  const focusRequests = useView((view) => view.dialFocusRequests);
  const field = useDialField();
  const { typed, suggestions, active } = field;
  const [open, setOpen] = useState(false);
  const [focused, setFocused] = useState(false);
  const [options, setOptions] = useState<CallOptions>(plainCall);
  const [error, setError] = useState<CommandError | null>(null);

  const listShown = open && suggestions.length > 0;

  useEffect(() => {
    if (focusRequests === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusRequests]);

  const type = (value: string): void => {
    field.type(value);
    setError(null);
    setOpen(true);
  };
  const pick = (person: Person): void => {
    field.pick(person);
    setError(null);
    setOpen(false);
  };
  /** Whom to call or write to; null, and the field waits for it, when nothing was typed. */
  const target = (): string | null => {
    setOpen(false);
    if (field.to !== '') return field.to;
    input.current?.focus();
    return null;
  };
  const done = (): void => {
    field.clear();
    setOptions(plainCall);
    setError(null);
  };
  const call = async (modality: Call['modality']): Promise<void> => {
    const to = target();
    if (to === null) return;
    const reply = await ask('calls.start', startCallPayload(to, modality, options));
    if (!reply.ok && reply.error.messageKey === 'error.confirmEmergency') {
      dispatch(emergencyDialled(to));
      return;
    }
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    done();
    dispatch(callSelected(reply.value.callId));
  };
  const chat = async (): Promise<void> => {
    const to = target();
    if (to === null) return;
    const reply = await ask('conversations.startChat', { to, ...aboutOf(options) });
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    done();
    dispatch(conversationSelected(reply.value.conversationId));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        void call(event.ctrlKey || event.metaKey ? 'audioVideo' : 'audio');
        break;
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        setOpen(true);
        field.move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Escape':
        if (!listShown) break;
        event.preventDefault();
        setOpen(false);
        field.leaveList();
        break;
    }
  };

  const optionId = (index: number): string => `${id}-option-${index}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest supported Chromium does not know <search>
    <div className={styles.root} role="search">
      <div className={styles.row}>
        <div className={styles.field}>
          <Field
            {...(error === null
              ? {}
              : {
                  validationMessage: dataText(error.messageKey, error.values, 'error.internal'),
                  validationState: 'error',
                })}
          >
            <Input
              {...windowKeyProps('dial')}
              input={{ ref: input }}
              className={styles.input}
              role="combobox"
              aria-label={text('dial.label')}
              aria-expanded={listShown}
              aria-controls={listShown ? `${id}-list` : undefined}
              aria-autocomplete="list"
              aria-activedescendant={listShown && active >= 0 ? optionId(active) : undefined}
              autoComplete="off"
              spellCheck={false}
              maxLength={1024}
              placeholder={text('dial.placeholder')}
              contentBefore={<DialpadRegular />}
              value={typed}
              onChange={(_event, { value }) => type(value)}
              onKeyDown={onKeyDown}
              onFocus={() => setFocused(true)}
              onBlur={() => {
                setFocused(false);
                setOpen(false);
              }}
            />
          </Field>
          {listShown ? (
            <SuggestionList
              id={`${id}-list`}
              people={suggestions}
              activeIndex={active}
              optionId={optionId}
              onPick={pick}
            />
          ) : null}
        </div>
        <Button
          appearance="primary"
          icon={<CallRegular />}
          aria-label={text('dial.call')}
          title={text('dial.call')}
          disabled={!can.startAudio}
          onClick={() => void call('audio')}
        />
        <Button
          icon={<VideoRegular />}
          aria-label={text('dial.videoCall')}
          title={text('dial.videoCall')}
          disabled={!can.startAudioVideo}
          onClick={() => void call('audioVideo')}
        />
        <Button
          icon={<ChatRegular />}
          aria-label={text('dial.chat')}
          title={text('dial.chat')}
          disabled={!can.startChat}
          onClick={() => void chat()}
        />
        <DialOptions options={options} onChange={setOptions} />
      </div>
      {focused && typed !== '' && error === null && !listShown ? (
        <Caption1 className={styles.hint}>{text('dial.hint')}</Caption1>
      ) : null}
    </div>
  );
}
