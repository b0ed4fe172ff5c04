import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { ParleyApp } from './parley-app.ts';

/** What people do and see in meetings, in several specs. */

/** Several programs with sound and picture take their time on a busy machine. */
export const patience = { timeout: 40_000 };

const fullNames = {
  alex: 'Alex Rivera',
  sam: 'Sam Okafor',
  kim: 'Kim Lindqvist',
  robin: 'Robin Mehta',
} as const;

export type Name = keyof typeof fullNames;

export const fullName = (name: Name): string => fullNames[name];

/** Chooses the people among the parts of the conversation: they stay in sight at every size. */
export async function showPeople({ page }: ParleyApp): Promise<void> {
  const here = page.getByRole('list', { name: 'Here', exact: true });
  const people = page.getByRole('tab', { name: /^People \(/ });
  await expect(here.or(people).first()).toBeVisible(patience);
  if (await people.isVisible()) await people.click();
  await expect(here).toBeVisible();
}

/** The line of somebody in a list of the roster. */
export const rosterLine = (
  page: Page,
  list: 'Here' | 'In the lobby' | 'Invited',
  name: Name,
): Locator =>
  page
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem')
    .filter({ hasText: fullName(name) });

/** Exactly these others are here. */
export async function expectRoster({ page }: ParleyApp, names: readonly Name[]): Promise<void> {
  const lines = page.locator('ul[aria-label="Here"] > li').filter({ hasNotText: '(you)' });
  await expect
    .poll(async () => {
      const texts = await lines.allTextContents();
      return texts
        .map((text) => Object.values(fullNames).find((name) => text.includes(name)) ?? text)
        .sort();
    }, patience)
    .toEqual(names.map(fullName).sort());
}

/** Sound and picture keep arriving, as the call's details show. */
export async function expectToHearAndSee(
  { page }: ParleyApp,
  kinds: readonly ('audio' | 'video')[] = ['audio', 'video'],
): Promise<void> {
  // Where there is one column, the call may be behind another part.
  const tab = page.getByRole('tab', { name: 'Call', exact: true });
  if (await tab.isVisible()) await tab.click();
  const statistics = page.getByTestId('media-stats');
  const open = page.getByRole('button', { name: 'Call details' });
  await expect(statistics.or(open).first()).toBeVisible(patience);
  if (!(await statistics.isVisible())) await open.press('Enter');
  for (const kind of kinds) {
    const received = async () =>
      Number(await statistics.getAttribute(`data-${kind}-packets-received`));
    const before = await received();
    await expect.poll(received, patience).toBeGreaterThan(before + 5);
  }
  await page.getByRole('button', { name: 'Hide details' }).press('Enter');
}

/** Somebody's picture is seen under their name. */
export async function expectToSee({ page }: ParleyApp, names: readonly Name[]): Promise<void> {
  for (const name of names) {
    const picture = page.getByLabel(`Picture of ${fullName(name)}`, { exact: true });
    await expect
      .poll(
        () =>
          picture.evaluateAll((videos) =>
            videos.some((video) => video instanceof HTMLVideoElement && video.videoWidth > 32),
          ),
        patience,
      )
      .toBe(true);
  }
}

export const hangUp = ({ page }: ParleyApp): Promise<void> =>
  page.getByRole('button', { name: 'Hang up' }).click();

/** The newest line of the history is of a call that was answered. */
export async function expectHistory(app: ParleyApp, who: Name, direction: string): Promise<void> {
  const recents = await app.openRecents();
  await expect(recents.first()).toContainText(fullName(who));
  await expect(recents.first()).toContainText(new RegExp(`${direction}.*Duration \\d+:\\d\\d`));
}
