import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';

/** The pictures of the tour: PNG files numbered in the order they were taken. */
export class Pictures {
  readonly #outDir: string;
  #count = 0;

  private constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** Takes away the pictures of an earlier tour. */
  static async into(outDir: string): Promise<Pictures> {
    await mkdir(outDir, { recursive: true });
    const earlier = (await readdir(outDir)).filter((name) => /^\d\d-[a-z-]+\.png$/.test(name));
    for (const name of earlier) await rm(join(outDir, name));
    return new Pictures(outDir);
  }

  /** One window of Parley, without its frame. */
  async ofWindow(name: string, page: Page): Promise<void> {
    await page.screenshot({ path: this.#next(name) });
  }

  /** The whole desktop, where there is a session of the tour's own. */
  async ofDesktop(name: string, desktop: Desktop): Promise<void> {
    if (desktop.picture !== null) await desktop.picture(this.#next(name));
  }

  #next(name: string): string {
    this.#count += 1;
    const file = `${String(this.#count).padStart(2, '0')}-${name}.png`;
    console.log(`  ${file}`);
    return join(this.#outDir, file);
  }
}
