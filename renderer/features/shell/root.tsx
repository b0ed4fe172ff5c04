import {
  Button,
  FluentProvider,
  makeStyles,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ColorScheme } from '../../../app/domain/settings.ts';
import { useBridge } from '../../store/commands.tsx';
import { useMain, useReady } from '../../store/hooks.ts';
import { CrashGuard } from '../../ui/crash-guard.tsx';
import { darkTheme, lightTheme } from '../../ui/theme.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  dark: { colorScheme: 'dark' },
  light: { colorScheme: 'light' },
  center: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    boxSizing: 'border-box',
    textAlign: 'center',
  },
});

const fullHeight = { height: '100%' };

/** The theme and the safety net around a window's content, which waits for the first state. */
export function Root({ children }: { children: ReactNode }) {
  return useReady() ? (
    <SettingsTheme>{children}</SettingsTheme>
  ) : (
    <Themed colorScheme="system">
      <Loading />
    </Themed>
  );
}

function SettingsTheme({ children }: { children: ReactNode }) {
  return <Themed colorScheme={useMain(({ settings }) => settings.colorScheme)}>{children}</Themed>;
}

function Themed({ colorScheme, children }: { colorScheme: ColorScheme; children: ReactNode }) {
  const styles = useStyles();
  const bridge = useBridge();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const dark = colorScheme === 'system' ? systemDark : colorScheme === 'dark';
  return (
    <FluentProvider
      theme={dark ? darkTheme : lightTheme}
      className={dark ? styles.dark : styles.light}
      // By `style`: class names go on to the layers of menus and dialogs, which must stay small.
      style={fullHeight}
    >
      <CrashGuard fallback={<Crashed />} onCrash={bridge.reportError}>
        {children}
      </CrashGuard>
    </FluentProvider>
  );
}

function Loading() {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.center}>
      <Spinner label={text('shell.loading')} labelPosition="below" />
    </main>
  );
}

function Crashed() {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.center} role="alert">
      <Subtitle2>{text('shell.crashed')}</Subtitle2>
      <span>{text('shell.crashedAdvice')}</span>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {text('shell.reload')}
      </Button>
    </main>
  );
}
