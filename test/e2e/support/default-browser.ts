import { watch } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const desktopFile = 'noting-browser.desktop';
const schemes = ['x-scheme-handler/http', 'x-scheme-handler/https'] as const;

/**
 * The browser that a user has chosen for the whole desktop, by the XDG ways that xdg-open follows.
 * It shows nothing and notes the addresses that it is to open, for whoever plays the user.
 */
export class DefaultBrowser {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param home the home folder of the desktop session */
  static async install(home: string): Promise<DefaultBrowser> {
    const folder = join(home, 'noting-browser');
    const applications = join(home, '.local', 'share', 'applications');
    await mkdir(folder, { recursive: true });
    await mkdir(applications, { recursive: true });
    const program = join(folder, 'browser');
    // Written elsewhere and moved, so that nobody reads half an address.
    await writeFile(
      program,
      `#!/bin/sh\nprintf '%s' "$1" > '${folder}/url.part' && mv '${folder}/url.part' '${folder}/url'\n`,
    );
    await chmod(program, 0o755);
    await writeFile(
      join(applications, desktopFile),
      `[Desktop Entry]\nType=Application\nName=Noting browser\nExec=${program} %u\nMimeType=${schemes.join(';')};\n`,
    );
    const defaults = schemes.map((scheme) => `${scheme}=${desktopFile}\n`).join('');
    await writeFile(join(home, '.config', 'mimeapps.list'), `[Default Applications]\n${defaults}`);
    return new DefaultBrowser(folder);
  }

  /** The address that it was asked to open, now or next; each is given once. */
  async opened(): Promise<string> {
    const file = join(this.#folder, 'url');
    const take = async (): Promise<string> => {
      const url = await readFile(file, 'utf8').catch(() => '');
      if (url !== '') await rm(file);
      return url;
    };
    const watcher = watch(this.#folder);
    try {
      for (;;) {
        const changed = new Promise((resolve) => watcher.once('change', resolve));
        const url = await take();
        if (url !== '') return url;
        await changed;
      }
    } finally {
      watcher.close();
    }
  }
}
