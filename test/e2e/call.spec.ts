import { expect, test } from './support/fixtures.ts';

test('Alex calls Sam with video: toast, click on Answer, media both ways, mute, hold, resume, hang up', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);

  await alex.dial('Sam Okafor', 'audioVideo');
  const alexCall = alex.callWith('Sam Okafor');
  const samCall = sam.callWith('Alex Rivera');

  const toast = await desktop.notifications.waitFor(({ summary }) =>
    summary.includes('Alex Rivera'),
  );
  expect(toast.summary).toBe('Alex Rivera is calling');
  expect(toast.actions.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Answer with video', 'Decline']),
  );
  await desktop.popups.press('Answer with video');
  await desktop.notifications.waitForClosed(toast.id);

  await expect(alexCall.getByRole('timer', { name: 'Duration' })).toBeVisible();
  await expect(samCall.getByRole('timer', { name: 'Duration' })).toBeVisible();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await alex.expectPacketsArriving('Sam Okafor', 'Video');
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');
  await sam.expectPacketsArriving('Alex Rivera', 'Video');

  await alexCall.getByRole('button', { name: 'Mute' }).click();
  await expect(alexCall.getByText('Your microphone is off')).toBeVisible();
  await expect(alexCall.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await alexCall.getByRole('button', { name: 'Unmute' }).click();

  await alexCall.getByRole('button', { name: 'Hold' }).click();
  await expect(alexCall.getByText('On hold by you')).toBeVisible();
  await expect(samCall.getByText('Alex Rivera put you on hold')).toBeVisible();

  await alexCall.getByRole('button', { name: 'Resume' }).click();
  await expect(samCall.getByText('Alex Rivera put you on hold')).toBeHidden();
  await expect(alexCall.getByText('On hold by you')).toBeHidden();
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');
  await alex.expectPacketsArriving('Sam Okafor', 'Video');

  await samCall.getByRole('button', { name: 'Hang up' }).click();
  const alexRecents = await alex.openRecents();
  const samRecents = await sam.openRecents();
  await expect(alexRecents).toHaveCount(1);
  await expect(samRecents).toHaveCount(1);
  await expect(alexRecents.first()).toContainText('Sam Okafor');
  await expect(alexRecents.first()).toContainText(/Outgoing.*0:\d\d/);
  await expect(samRecents.first()).toContainText('Alex Rivera');
  await expect(samRecents.first()).toContainText(/Incoming.*0:\d\d/);
});

for (const { importance, summary, urgency, timeoutMs } of [
  { importance: 'Normal', summary: 'Alex Rivera is calling', urgency: 1, timeoutMs: 25_000 },
  {
    importance: 'Urgent',
    summary: 'Urgent: Alex Rivera is calling',
    urgency: 2,
    timeoutMs: 60_000,
  },
  {
    importance: 'Emergency',
    summary: 'Emergency: Alex Rivera is calling',
    urgency: 2,
    timeoutMs: 0,
  },
]) {
  test(`the notification shows that a call is ${importance}`, async ({ signedIn, desktop }) => {
    const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);

    await alex.page.getByRole('button', { name: 'Call options' }).click();
    await alex.page.getByRole('radio', { name: importance }).check();
    await alex.page.getByRole('textbox', { name: 'Subject' }).fill('Printer on fire');
    await alex.page.getByRole('button', { name: 'Done' }).click();
    await alex.dial('Sam Okafor');

    const toast = await desktop.notifications.waitFor((seen) => seen.summary === summary);
    expect(toast.hints).toMatchObject({ urgency, category: 'call.incoming' });
    expect(toast.body).toContain('Printer on fire');
    if (importance === 'Normal') expect([10_000, timeoutMs]).toContain(toast.expireTimeoutMs);
    else expect(toast.expireTimeoutMs).toBe(timeoutMs);

    const ring = await sam.ringWindow();
    const dialog = ring.getByRole('alertdialog');
    await expect(dialog).toContainText('Alex Rivera');
    await expect(dialog).toContainText('Printer on fire');
    if (importance !== 'Normal') await expect(dialog).toContainText(`${importance} call`);

    await ring.getByRole('button', { name: 'Decline', exact: true }).click();
    await desktop.notifications.waitForClosed(toast.id);
  });
}
