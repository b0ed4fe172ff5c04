import { demoUser, expect, test } from './support/fixtures.ts';
import {
  expectHistory,
  expectRoster,
  expectToHearAndSee,
  expectToSee,
  fullName,
  hangUp,
  type Name,
  patience,
  rosterLine,
  showPeople,
} from './support/meeting-steps.ts';
import type { ParleyApp } from './support/parley-app.ts';
import { checkScreen } from './support/screen-check.ts';

type People = Readonly<Record<'alex' | 'sam' | 'kim', ParleyApp>>;

test.use({ sandboxOptions: { askedWaitInLobby: true } });

async function enter(
  launch: () => Promise<ParleyApp>,
  name: Name,
  discoveryUrl: string,
): Promise<ParleyApp> {
  const app = await launch();
  await app.signIn(demoUser(name), discoveryUrl);
  return app;
}

async function enterThree(launch: () => Promise<ParleyApp>, discoveryUrl: string): Promise<People> {
  const start = (name: Name) => enter(launch, name, discoveryUrl);
  return { alex: await start('alex'), sam: await start('sam'), kim: await start('kim') };
}

/** How somebody is called and asked in: by name where there is a contact list, else by address. */
type Naming = (name: Name) => string;

const byName: Naming = fullName;
const byAddress: Naming = (name) => `${name}@parley.test`;

async function callSam({ alex, sam }: Omit<People, 'kim'>, named: Naming): Promise<void> {
  await alex.dialBox().fill(named('sam'));
  await alex.page.getByRole('button', { name: 'Video call', exact: true }).first().click();
  await sam.answer();
  await expectToHearAndSee(alex);
  await expectToHearAndSee(sam);
}

async function addPeople({ page }: ParleyApp, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add people' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  for (const name of names) {
    await dialog.getByRole('combobox').fill(name);
    await dialog.getByRole('combobox').press('Enter');
  }
  await dialog.getByRole('button', { name: /^Add \d/ }).click();
  await expect(dialog).toBeHidden();
}

const join = ({ page }: ParleyApp, how: 'sound' | 'video'): Promise<void> =>
  page
    .getByRole('region', { name: 'Invitations' })
    .getByRole('button', { name: `Join with ${how}` })
    .click(patience);

/** Alex calls Sam with video and asks Kim in, who is let in from the lobby. */
async function meet(people: People, named: Naming): Promise<void> {
  const { alex, sam, kim } = people;
  await callSam(people, named);
  await showPeople(alex);
  await addPeople(alex, [named('kim')]);
  await join(kim, 'video');
  await expect(kim.page.getByText('Someone will let you in')).toBeVisible(patience);
  await alex.page.getByRole('button', { name: 'Admit Kim Lindqvist' }).click(patience);
  await expectRoster(alex, ['sam', 'kim']);
  await expectRoster(sam, ['alex', 'kim']);
  await expectRoster(kim, ['alex', 'sam']);
  for (const app of [alex, sam, kim]) await expectToHearAndSee(app);
}

test.beforeEach(() => test.setTimeout(300_000));

test('a call grows into a meeting of four by mouse: lobby, roles, who speaks, and the end', async ({
  launch,
  sandbox,
}, testInfo) => {
  const path = (name: string): string => testInfo.outputPath(name);
  const { alex, sam, kim } = await enterThree(launch, sandbox.discoveryUrl);
  const robin = await enter(launch, 'robin', sandbox.discoveryUrl);
  const { page } = alex;
  await callSam({ alex, sam }, byName);
  await showPeople(alex);
  await addPeople(alex, [fullName('kim'), fullName('robin')]);
  await join(kim, 'video');
  await join(robin, 'sound');
  await expect(kim.page.getByText('Someone will let you in')).toBeVisible(patience);
  await checkScreen(kim, 'in-the-lobby', path);
  await expect(page.getByRole('button', { name: 'Admit all' })).toBeVisible(patience);
  await checkScreen(alex, 'lobby', path);

  await page.getByRole('button', { name: 'Turn away Robin Mehta' }).click();
  await expect(robin.page.getByText('You were not let in').first()).toBeVisible(patience);
  await checkScreen(robin, 'not-let-in', path);
  await page.getByRole('button', { name: 'Admit Kim Lindqvist' }).click();
  await addPeople(alex, [fullName('robin')]);
  await join(robin, 'sound');
  await page.getByRole('button', { name: 'Admit Robin Mehta' }).click(patience);
  await expectRoster(alex, ['sam', 'kim', 'robin']);
  await expectRoster(sam, ['alex', 'kim', 'robin']);
  await expectRoster(kim, ['alex', 'sam', 'robin']);
  await expectRoster(robin, ['alex', 'sam', 'kim']);
  for (const app of [alex, sam, kim]) await expectToHearAndSee(app);
  await expectToHearAndSee(robin, ['audio']);
  await expectToSee(alex, ['sam', 'kim']);
  await expectToSee(sam, ['alex', 'kim']);
  await expectToSee(kim, ['alex', 'sam']);
  const pictures = page.getByRole('group', { name: 'Pictures' });
  await expect(pictures.getByText('Robin Mehta')).toBeVisible();
  await expect(page.getByLabel('Picture of Robin Mehta')).toHaveCount(0);
  await checkScreen(alex, 'meeting', path);

  // Whoever is heard is said to speak, by everybody, in the roster and at their picture.
  await expect(rosterLine(page, 'Here', 'kim')).toContainText('Speaking', patience);
  await expect(pictures.getByLabel('Speaking').first()).toBeVisible(patience);
  await kim.page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(rosterLine(page, 'Here', 'kim')).not.toContainText('Speaking', patience);
  // A camera that is off leaves its place to others.
  await kim.page.getByRole('button', { name: 'Camera off' }).click();
  await expect(page.getByLabel('Picture of Kim Lindqvist')).toHaveCount(0, patience);
  await kim.page.getByRole('button', { name: 'Camera on' }).click();
  await expectToSee(alex, ['kim']);

  await page.getByRole('button', { name: 'What to do with Sam Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Mute', exact: true }).click();
  await expect(sam.page.getByText('The meeting muted you')).toBeVisible(patience);
  await expect(rosterLine(page, 'Here', 'sam')).toContainText('Muted', patience);
  await sam.page.getByRole('button', { name: 'Unmute', exact: true }).click();
  await expect(sam.page.getByText('The meeting muted you')).toBeHidden(patience);
  await expect(rosterLine(page, 'Here', 'sam')).not.toContainText('Muted', patience);

  await page.getByRole('button', { name: 'What to do with Robin Mehta' }).click();
  await page.getByRole('menuitem', { name: 'Remove from the meeting' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(robin.page.getByText('You were removed from the meeting').first()).toBeVisible(
    patience,
  );
  await hangUp(kim);
  await expectRoster(alex, ['sam']);
  await expectRoster(sam, ['alex']);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await checkScreen(alex, 'meeting-menu', path);
  await page.getByRole('menuitem', { name: 'End the meeting for everybody' }).click();
  await checkScreen(alex, 'end-question', path);
  await page.getByRole('button', { name: 'End for everybody' }).click();
  await expect(sam.page.getByText('You were removed from the meeting').first()).toBeVisible(
    patience,
  );
  await checkScreen(sam, 'ended-by-leader', path);
  await expectHistory(alex, 'sam', 'Outgoing');
  await expectHistory(sam, 'alex', 'Incoming');
  await expectHistory(kim, 'alex', 'Incoming');
  for (const app of [alex, sam, kim, robin]) expect(app.consoleErrors).toEqual([]);
});

test('the same in the dialect of the hosted service', async ({ launch, sandbox }) => {
  const people = await enterThree(launch, sandbox.hostedDiscoveryUrl);
  const { alex, sam, kim } = people;
  await meet(people, byAddress);
  await hangUp(kim);
  await expectRoster(alex, ['sam']);
  await expectToHearAndSee(alex);
  await hangUp(alex);
  await expectRoster(sam, []);
  await hangUp(sam);
  await expectHistory(alex, 'sam', 'Outgoing');
  await expectHistory(sam, 'alex', 'Incoming');
  await expectHistory(kim, 'alex', 'Incoming');
});

test('the same with one connection dropping for 20 s in the middle', async ({
  launch,
  sandbox,
}) => {
  const people = await enterThree(launch, sandbox.discoveryUrl);
  const { alex, sam, kim } = people;
  await meet(people, byName);
  const lost = alex.page.getByText('Connection lost');
  sandbox.control.setCutOff('alex@parley.test', true);
  const dropped = new Promise((resolve) => setTimeout(resolve, 20_000));
  await expect(lost).toBeVisible(patience);
  await expectToHearAndSee(alex);
  await hangUp(kim);
  await expectRoster(sam, ['alex']);
  await dropped;
  sandbox.control.setCutOff('alex@parley.test', false);
  await expect(lost).toBeHidden({ timeout: 60_000 });
  await expectRoster(alex, ['sam']);
  await expectToHearAndSee(alex);
  await expectToHearAndSee(sam);
  await hangUp(alex);
  await expectRoster(sam, []);
  await hangUp(sam);
  await expectHistory(alex, 'sam', 'Outgoing');
  await expectHistory(kim, 'alex', 'Incoming');
});
