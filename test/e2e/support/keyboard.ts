import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any window has. */
const mostStops = 60;

/** Pixels around an element in which its focus may be drawn. */
const marginPx = 4;

/**
 * Goes to an element by Tab alone and makes sure that one sees the focus there: the picture of the
 * place changes when the focus leaves it for the next stop. The focus is on the element at the end.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; !(await isFocused(target)); stop += 1) {
    if (stop === mostStops) throw new Error(`Tab does not reach ${String(target)}.`);
    await page.keyboard.press('Tab');
  }
  const focused = await pictureOf(page, target);
  await page.keyboard.press('Tab');
  await expect(target).not.toBeFocused();
  expect(focused.equals(await pictureOf(page, target)), `Focus is seen on ${target}`).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(target).toBeFocused();
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

async function pictureOf(page: Page, target: Locator): Promise<Buffer> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not on the screen.`);
  const x = Math.max(0, box.x - marginPx);
  const y = Math.max(0, box.y - marginPx);
  const clip = {
    x,
    y,
    width: box.width + 2 * marginPx,
    height: box.height + 2 * marginPx,
  };
  return await page.screenshot({ clip, animations: 'disabled' });
}
