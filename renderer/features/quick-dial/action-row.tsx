import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { showAccelerator } from '../../../app/domain/accelerator.ts';
import { chosenPhone } from '../../../app/domain/calling.ts';
import { useMain } from '../../store/hooks.ts';
import {
  CallRegular,
  ChatRegular,
  PeopleTeamRegular,
  PhoneDesktopRegular,
  VideoRegular,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useShownNumber } from '../calls/use-call-status.ts';
import {
  type QuickDialActionName,
  quickDialActionNames,
  quickDialKeys,
  quickDialRefusal,
} from './quick-dial-actions.ts';

const icons: Readonly<Record<QuickDialActionName, ReactElement>> = {
  call: <CallRegular />,
  video: <VideoRegular />,
  chat: <ChatRegular />,
  meet: <PeopleTeamRegular />,
  phone: <PhoneDesktopRegular />,
};

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  action: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexGrow: 1,
    minWidth: '84px',
  },
  button: {
    width: '100%',
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
  },
  keys: { color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
});

interface ActionRowProps {
  /** Somebody is named who can be reached. */
  readonly ready: boolean;
  readonly onAct: (name: QuickDialActionName) => void;
}

/** What can be done, each with its key, and which of the user's phones would ring. */
export function ActionRow({ ready, onAct }: ActionRowProps) {
  const styles = useStyles();
  const text = useText();
  const shown = useShownNumber();
  const can = useMain((state) => state.can);
  const platform = useMain(({ environment }) => environment.platform);
  const phones = useMain(({ calling }) => calling.phones);
  const number = useMain(({ calling, settings }) => chosenPhone(calling, settings.phoneNumber));
  const phone = phones.find((each) => each.number === number);
  return (
    <div className={styles.root}>
      <div className={styles.buttons} role="toolbar" aria-label={text('quickDial.actions')}>
        {quickDialActionNames.map((name) => {
          const refusal = quickDialRefusal(name, can, phone !== undefined);
          const keys = showAccelerator(quickDialKeys(name), platform);
          return (
            <div key={name} className={styles.action}>
              <Button
                className={styles.button}
                appearance={name === 'call' ? 'primary' : 'secondary'}
                icon={icons[name]}
                disabledFocusable={!ready || refusal !== null}
                title={refusal === null ? undefined : text(refusal)}
                aria-keyshortcuts={keyShortcuts(name)}
                onClick={() => onAct(name)}
              >
                {text(`quickDial.${name}`)}
              </Button>
              <Caption1 className={styles.keys} aria-hidden>
                {keys}
              </Caption1>
            </div>
          );
        })}
      </div>
      <div className={styles.foot}>
        <Caption1>
          {phone === undefined
            ? ''
            : text('quickDial.phoneRings', {
                phone: text(`phone.${phone.type}`, { number: shown(phone.number) }),
              })}
        </Caption1>
        <Caption1>{text('quickDial.closeHint')}</Caption1>
      </div>
    </div>
  );
}

/** As `aria-keyshortcuts` wants it. */
const keyShortcuts = (name: QuickDialActionName): string =>
  quickDialKeys(name).replace('CommandOrControl', 'Control').replace('Return', 'Enter');
