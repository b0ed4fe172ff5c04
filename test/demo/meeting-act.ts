import { expect } from '@playwright/test';
import type { Actor, Bounds } from './actor.ts';
import type { Desktop } from './desktop.ts';
import type { Pictures } from './pictures.ts';

interface MeetingScene {
  readonly desktop: Desktop;
  readonly pictures: Pictures;
  readonly alex: Actor;
  readonly sam: Actor;
  readonly kim: Actor;
}

/** Room for the pictures of three, the people and the chat beside each other. */
const wide: Bounds = { x: 0, y: 0, width: 1280, height: 800 };
const patience = { timeout: 30_000 };

/** A call of two grows into a meeting of three, with its people and its chat; then Alex ends it. */
export async function playMeeting(scene: MeetingScene): Promise<void> {
  await growIntoMeeting(scene);
  await meetTogether(scene);
  await endMeeting(scene);
  await planMeeting(scene);
}

async function growIntoMeeting({ alex, sam, kim, pictures, desktop }: MeetingScene): Promise<void> {
  await alex.app.dial(sam.name, 'audioVideo');
  await sam.app.answer();
  await alex.app.expectPacketsArriving(sam.name, 'Video');
  await alex.app.callWith(sam.name).getByRole('button', { name: 'Hide details' }).click();
  await alex.app.page.getByRole('tab', { name: /^People \(/ }).click();
  await alex.app.page.getByRole('button', { name: 'Add people' }).first().click();
  const dialog = alex.app.page.getByRole('dialog', { name: 'Add people' });
  await dialog.getByRole('combobox').pressSequentially(kim.name.slice(0, 5), { delay: 20 });
  await pictures.ofWindow('add-people', alex.app.page);
  await dialog.getByRole('combobox').press('ArrowDown');
  await dialog.getByRole('combobox').press('Enter');
  await dialog.getByRole('button', { name: 'Add 1 person' }).click();
  const invitation = kim.app.page.getByRole('region', { name: 'Invitations' });
  await expect(invitation).toBeVisible(patience);
  await pictures.ofWindow('meeting-invitation', kim.app.page);
  await pictures.ofDesktop('desktop-meeting-invitation', desktop);
  await invitation.getByRole('button', { name: 'Join with video' }).click();
  await expect(kim.app.page.getByText('Someone will let you in')).toBeVisible(patience);
  await pictures.ofWindow('in-the-lobby', kim.app.page);
  const admit = alex.app.page.getByRole('button', { name: `Admit ${kim.name}` });
  await expect(admit).toBeVisible(patience);
  await pictures.ofWindow('lobby', alex.app.page);
  await admit.click();
}

async function meetTogether({ alex, sam, kim, pictures, desktop }: MeetingScene): Promise<void> {
  for (const actor of [alex, sam, kim]) {
    await expect(actor.app.page.getByText('Meeting · 3 people').first()).toBeVisible(patience);
  }
  await alex.setBounds(wide);
  for (const other of [sam, kim]) {
    const picture = alex.app.page.getByLabel(`Picture of ${other.name}`, { exact: true });
    await expect(picture.first()).toBeVisible(patience);
  }
  const field = kim.app.page.getByRole('textbox', { name: 'Write a message' });
  if (!(await field.isVisible()))
    await kim.app.page.getByRole('tab', { name: 'Chat', exact: true }).click();
  await field.fill('Thanks for adding me');
  await field.press('Enter');
  await pictures.ofWindow('meeting-chat', kim.app.page);
  await pictures.ofWindow('meeting-phone-width', sam.app.page, 'dark');
  await pictures.ofWindow('meeting-wide', alex.app.page);
  await pictures.ofWindow('meeting-wide-dark', alex.app.page, 'dark');
  await pictures.ofDesktop('desktop-meeting', desktop);
  await alex.app.page.getByRole('button', { name: `What to do with ${sam.name}` }).click();
  await pictures.ofWindow('participant-menu', alex.app.page, 'dark');
  await alex.app.page.keyboard.press('Escape');
}

async function endMeeting({ alex, sam, pictures }: MeetingScene): Promise<void> {
  await alex.app.page.getByRole('button', { name: 'More', exact: true }).first().click();
  await pictures.ofWindow('meeting-menu', alex.app.page);
  await alex.app.page.getByRole('menuitem', { name: 'End the meeting for everybody' }).click();
  await pictures.ofWindow('end-the-meeting', alex.app.page);
  await alex.app.page.getByRole('button', { name: 'End for everybody' }).click();
  // UCWA knows no end for all: whoever ends a meeting sends everybody out of it.
  await expect(sam.app.page.getByText('You were removed from the meeting').first()).toBeVisible(
    patience,
  );
  await pictures.ofWindow('meeting-ended', sam.app.page);
}

async function planMeeting({ alex, pictures }: MeetingScene): Promise<void> {
  await alex.app.page.getByRole('tab', { name: 'Meetings' }).click();
  await pictures.ofWindow('meetings', alex.app.page);
  await pictures.ofWindow('meetings-dark', alex.app.page, 'dark');
}
