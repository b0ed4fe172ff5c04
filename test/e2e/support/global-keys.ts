import { expect } from '@playwright/test';
import type { ParleyApp } from './parley-app.ts';

/** Parley of another user on the same desktop, who leaves all keys to the others. */
export async function giveUpGlobalKeys(app: ParleyApp): Promise<void> {
  await app.page.evaluate(() => {
    const none = { dial: null, answer: null, decline: null, mute: null, hold: null };
    const shortcuts = { ...none, hangUp: null, raise: null };
    return window.parley.invoke('settings.update', { shortcuts, mediaKeys: false });
  });
}

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
