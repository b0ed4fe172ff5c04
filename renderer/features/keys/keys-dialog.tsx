import {
  Body1,
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { showAccelerator } from '../../../app/domain/accelerator.ts';
import { shortcutNames } from '../../../app/domain/shortcuts.ts';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { useText } from '../../ui/use-text.ts';
import { windowKeyGroups, windowKeyNames, windowKeys } from './window-keys.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    flexWrap: 'wrap',
  },
  value: { margin: 0 },
  keys: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
});

/** All keys: those of this window, and those that work in every program. */
export function KeysDialog() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const platform = useMain(({ environment }) => environment.platform);
  const shortcuts = useMain(({ settings }) => settings.shortcuts);
  const close = (): void => {
    dispatch(dialogClosed());
  };
  const row = (name: string, what: string, keys: string) => (
    <div key={name} className={styles.row}>
      <dt>
        <Body1>{what}</Body1>
      </dt>
      <dd className={styles.value}>
        <kbd className={styles.keys}>{showAccelerator(keys, platform)}</kbd>
      </dd>
    </div>
  );
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('keys.title')}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0} aria-label={text('keys.title')}>
            <Caption1>{text('keys.hint')}</Caption1>
            {windowKeyGroups.map((group) => (
              <section key={group} aria-label={text(`keys.group.${group}`)}>
                <Subtitle2 as="h3" className={styles.title}>
                  {text(`keys.group.${group}`)}
                </Subtitle2>
                <dl className={styles.list}>
                  {windowKeyNames
                    .filter((name) => windowKeys[name].group === group)
                    .map((name) => row(name, text(`keys.${name}`), windowKeys[name].keys))}
                </dl>
              </section>
            ))}
            <section aria-label={text('keys.group.everywhere')}>
              <Subtitle2 as="h3" className={styles.title}>
                {text('keys.group.everywhere')}
              </Subtitle2>
              <dl className={styles.list}>
                {shortcutNames.map((name) => {
                  const keys = shortcuts[name];
                  return keys === null ? null : row(name, text(`settings.shortcut.${name}`), keys);
                })}
              </dl>
            </section>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {text('shell.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
