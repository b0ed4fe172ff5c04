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

  /** One window of Parley, without its frame; afterwards it is light again. */
  async ofWindow(name: string, page: Page, look: 'light' | 'dark' = 'light'): Promise<void> {
    await page.mouse.move(0, 0);
    await setLook(page, look);
    await page.screenshot({ path: this.#next(name) });
    await setLook(page, 'light');
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

/** Returns when the colours have changed: they do so gradually. */
async function setLook(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const running = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}
