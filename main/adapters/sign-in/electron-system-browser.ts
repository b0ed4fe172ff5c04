import { shell } from 'electron';
import type { SystemBrowser } from '../../../app/ports/system-browser.ts';
import { secureUrl } from '../../../app/ucwa/transport/trusted-url.ts';

/** Opens pages in the user's own browser, and nothing but pages. */
export const electronSystemBrowser: SystemBrowser = {
  open: async (address) => {
    // Anything else could start a program.
    const url = secureUrl(address);
    if (url === null) throw new Error('Only https addresses are opened');
    await shell.openExternal(url.href);
  },
};
