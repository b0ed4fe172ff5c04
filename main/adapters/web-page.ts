import { shell } from 'electron';
import { CommandFailure } from '../../app/services/command-failure.ts';

/** The address as it is opened; null for anything but a page of the web: that could start a program. */
export function webPageUrl(address: string): string | null {
  try {
    const { protocol, href, username, password } = new URL(address);
    const isPage = protocol === 'https:' || protocol === 'http:';
    // A name before the host is there to deceive whoever reads it.
    return isPage && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

/** Opens a page in the user's own browser. */
export async function openWebPage(address: string): Promise<void> {
  const url = webPageUrl(address);
  if (url === null) throw new CommandFailure('invalid-address', 'error.notAWebPage');
  await shell.openExternal(url);
}
