import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useAppDispatch } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { DismissRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { AlertingSection } from './alerting-section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { AppearanceSection, CallingSection } from './general-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';

const useStyles = makeStyles({
  surface: {
    maxWidth: '560px',
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  content: { paddingRight: tokens.spacingHorizontalS },
});

/** Everything that can be set. Each change holds at once. */
export function SettingsDialog() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const close = (): void => {
    dispatch(dialogClosed());
  };
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={text('settings.close')}
                onClick={close}
              />
            }
          >
            {text('settings.title')}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <DevicesSection />
            <AlertingSection />
            <CallingSection />
            <AppearanceSection />
            <ShortcutsSection />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
