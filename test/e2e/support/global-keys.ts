import { expect } from '@playwright/test';
import type { ParleyApp } from './parley-app.ts';

/**
 * Waits until Parley has taken a key of every program: it does so just after the call is announced.
 * @param accelerator in Electron's notation
 */
export async function waitForGlobalKey(app: ParleyApp, accelerator: string): Promise<void> {
  await expect
    .poll(() =>
      app.electronApp.evaluate(
        ({ globalShortcut }, keys) => globalShortcut.isRegistered(keys),
        accelerator,
      ),
    )
    .toBe(true);
}
