import { expect, type Page } from '@playwright/test';
import { expectAccessible, standsStill } from './accessibility.ts';
import type { ParleyApp } from './parley-app.ts';

const sizes = [
  { width: 400, height: 600 },
  { width: 1280, height: 800 },
] as const;

/** What axe looks at. */
const checked = ['400-dark', '1280-light'];

/** Makes the main window as large as this. */
async function resize(app: ParleyApp, size: (typeof sizes)[number]): Promise<void> {
  const mainWindow = await app.electronApp.browserWindow(app.page);
  await mainWindow.evaluate((main, { width, height }) => main.setContentSize(width, height), size);
  // Chromium keeps a window one pixel smaller than the screen, lest it be taken for full screen.
  await expect
    .poll(() =>
      app.page.evaluate(
        ({ width, height }) =>
          Math.max(Math.abs(window.innerWidth - width), Math.abs(window.innerHeight - height)),
        size,
      ),
    )
    .toBeLessThanOrEqual(1);
}

/** What reaches out of the window, and whether it has to be scrolled sideways. */
function overflowOf(page: Page): Promise<{ sideways: boolean; wide: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('button, input, h1, h2, [role]')]
      .filter((element) => {
        const { right, left, width, height } = element.getBoundingClientRect();
        const seen = width > 1 && height > 1;
        return seen && (right > window.innerWidth + 1 || left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 120));
    return { sideways: root.scrollWidth > window.innerWidth, wide };
  });
}

/** Nothing overflows, as soon as the layout has followed the size. */
export async function expectNoOverflow(page: Page): Promise<void> {
  await expect.poll(() => overflowOf(page)).toEqual({ sideways: false, wide: [] });
}

/**
 * The main window as it is, at 400 × 600 and 1280 × 800, light and dark; a picture of each. axe looks at
 * each size once, and in both lights.
 */
export async function checkScreen(
  app: ParleyApp,
  name: string,
  outputPath: (name: string) => string,
): Promise<void> {
  for (const size of sizes) {
    await resize(app, size);
    await expectNoOverflow(app.page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme });
      await standsStill(app.page);
      if (checked.includes(`${size.width}-${colorScheme}`)) await expectAccessible(app.page);
      await app.page.screenshot({ path: outputPath(`${name}-${size.width}-${colorScheme}.png`) });
    }
  }
}
