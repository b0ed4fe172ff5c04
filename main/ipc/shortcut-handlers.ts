import type { ShortcutName } from '../../app/domain/shortcuts.ts';
import type { Shortcuts } from '../desktop/shortcuts.ts';
import type { Page } from '../windows/page.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/** Commands about shortcuts, from the settings of the main window. */
export function shortcutHandlers(shortcuts: () => Pick<Shortcuts, 'setMode'>): CommandHandlers {
  const known = new WeakSet<Page>();
  return {
    'shortcuts.setMode': (mode, origin) => {
      if (origin.surface !== 'window') return { taken: false };
      const { window } = origin;
      if (!known.has(window)) {
        known.add(window);
        // A page that is gone does not say that it is done.
        window.onPageGone(() => shortcuts().setMode({ mode: 'use' }));
      }
      const tell = (name: ShortcutName): void => window.send({ type: 'shortcutPressed', name });
      return { taken: shortcuts().setMode(mode, tell) };
    },
  };
}
