import {
  Body1,
  Caption1,
  makeStyles,
  mergeClasses,
  Subtitle1,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Importance } from '../../../app/domain/importance.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useWide } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';
import { ImportanceStrip } from './importance-strip.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  who: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    overflowY: 'auto',
  },
  // By margins: centred content that is too tall could not be scrolled to its top.
  caller: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    width: '100%',
    minWidth: 0,
    marginTop: 'auto',
    marginBottom: 'auto',
  },
  // In the large window the caller and the buttons stay together, half-way down.
  stageRoot: { backgroundColor: tokens.colorNeutralBackground3 },
  stageWho: { flexGrow: 0, marginTop: 'auto' },
  stage: { flexDirection: 'column', alignItems: 'center' },
  // Long lines end in an ellipsis; the tooltip has them whole.
  clamp: { display: '-webkit-box', WebkitBoxOrient: 'vertical', overflow: 'hidden', margin: 0 },
  one: { WebkitLineClamp: '1' },
  two: { WebkitLineClamp: '2' },
  lines: {
    alignSelf: 'center',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  fact: { color: tokens.colorNeutralForeground2 },
  buttons: { padding: tokens.spacingHorizontalL, paddingTop: tokens.spacingVerticalS },
  stageButtons: {
    width: '100%',
    maxWidth: '420px',
    alignSelf: 'center',
    boxSizing: 'border-box',
    marginBottom: 'auto',
    paddingTop: tokens.spacingVerticalXXL,
  },
});

export interface RingFrameProps {
  readonly importance: Importance;
  /** What it is, in words. */
  readonly kind: string;
  /** Beside those words where the importance has no sign of its own. */
  readonly sign: ReactNode;
  readonly name: string;
  readonly uri: string;
  readonly about?: string;
  readonly subject: string;
  readonly facts: readonly string[];
  /** The small ring window, or the stage of the main window. */
  readonly place: 'window' | 'stage';
  readonly onEscape?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** What everything that rings looks like: how much it matters, who, about what, and what to do. */
export function RingFrame(props: RingFrameProps) {
  const { importance, kind, sign, name, uri, subject, facts, place, onEscape, children } = props;
  const { about = '' } = props;
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const wide = useWide();
  // A long name in a small window needs smaller letters.
  const Name = place === 'window' && name.length > 24 ? Subtitle1 : Title3;
  const align = place === 'stage' ? 'center' : 'start';
  const onKeyDown = (event: KeyboardEvent): void => {
    // An Escape that closed the menu was meant for the menu.
    if (event.key === 'Escape' && !event.defaultPrevented) onEscape?.();
  };
  return (
    <div
      className={mergeClasses(styles.root, place === 'stage' && styles.stageRoot)}
      role="alertdialog"
      aria-labelledby={`${id}-kind ${id}-name`}
      aria-describedby={`${id}-lines`}
      onKeyDown={onKeyDown}
    >
      <ImportanceStrip importance={importance} kind={kind} sign={sign} id={`${id}-kind`} />
      <HiddenText live="assertive">{text('ring.dialogLabel', { kind, name })}</HiddenText>
      <div className={mergeClasses(styles.who, place === 'stage' && styles.stageWho)}>
        <div className={mergeClasses(styles.caller, place === 'stage' && styles.stage)}>
          <PersonAvatar name={name} uri={uri} size={place === 'window' ? 72 : wide ? 128 : 96} />
          <div className={styles.lines}>
            <Name
              as="h1"
              id={`${id}-name`}
              className={mergeClasses(styles.clamp, styles.two)}
              title={name}
              align={align}
            >
              {name}
            </Name>
            <div id={`${id}-lines`} className={styles.lines}>
              {about === '' ? null : (
                <Caption1
                  className={mergeClasses(styles.fact, styles.clamp, styles.one)}
                  align={align}
                  title={about}
                >
                  {about}
                </Caption1>
              )}
              {subject === '' ? null : (
                <Body1
                  className={mergeClasses(styles.clamp, styles.two)}
                  align={align}
                  title={subject}
                >
                  {text('ring.subject', { subject })}
                </Body1>
              )}
              {facts.length === 0 ? null : (
                <Caption1 className={styles.fact} align={align}>
                  {facts.join(' · ')}
                </Caption1>
              )}
            </div>
          </div>
        </div>
      </div>
      <div className={mergeClasses(styles.buttons, place === 'stage' && styles.stageButtons)}>
        {children}
      </div>
    </div>
  );
}
