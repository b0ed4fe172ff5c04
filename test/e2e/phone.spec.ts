import { expect, test } from './support/fixtures.ts';
import { checkScreen } from './support/screen-check.ts';

const alexWork = 'tel:+14255550101';
const alexMobile = 'tel:+14255550191';

test('Alex calls on a phone: it rings first, the screen says so; a call here goes on on the phone', async ({
  signedIn,
  sandbox,
}, testInfo) => {
  test.setTimeout(120_000);
  const path = (name: string): string => testInfo.outputPath(name);
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const { control } = sandbox;

  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await checkScreen(alex, 'options', path);
  await alex.page.getByRole('combobox', { name: 'Call with' }).selectOption(alexMobile);
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  const call = alex.callWith('Sam Okafor');
  await expect(call.getByRole('status').first()).toHaveText(
    'Your phone (425) 555-0191 is ringing: answer it',
  );
  await expect(call.getByRole('button', { name: 'Mute' })).toBeHidden();
  await checkScreen(alex, 'phone-rings', path);

  control.telephone(alexMobile, 'answer');
  await expect(call.getByRole('status').first()).toHaveText(
    'Calling Sam Okafor: stay on your phone',
  );
  const ring = sam.page.getByRole('alertdialog');
  await expect(ring).toContainText('Your phone (425) 555-0102 is ringing: answer it there');
  await expect(ring.getByRole('button', { name: 'Answer' })).toBeHidden();
  await checkScreen(sam, 'ringing-on-phone', path);

  control.telephone('tel:+14255550102', 'answer');
  await expect(call.getByRole('status').first()).toHaveText('You are talking on your phone');
  await expect(sam.callWith('Alex Rivera').getByRole('status').first()).toHaveText(
    'You are talking on your phone',
  );
  await call.getByRole('button', { name: 'Hold' }).click();
  await expect(call.getByRole('status').first()).toHaveText('On hold by you');
  await call.getByRole('button', { name: 'Resume' }).click();
  await checkScreen(alex, 'phone-talking', path);
  await call.getByRole('button', { name: 'Hang up' }).click();
  await expect(sam.callWith('Alex Rivera')).toBeHidden({ timeout: 15_000 });
});

test('Sam answers on the phone, and Alex goes on on another one', async ({ signedIn, sandbox }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const { control } = sandbox;
  await alex.dial('Sam Okafor');
  await sam.answer();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  const call = alex.callWith('Sam Okafor');
  await call.getByRole('button', { name: 'Continue on my phone' }).click();
  await expect(call.getByRole('button', { name: 'Stay here' })).toBeVisible();
  control.telephone(alexWork, 'answer');
  await expect(call.getByRole('status').first()).toHaveText('You are talking on your phone');
  await expect(call.getByRole('timer', { name: 'Duration' })).toBeVisible();
  await call.getByRole('button', { name: 'Hang up' }).click();

  await alex.dial('Sam Okafor');
  const ring = sam.page.getByRole('alertdialog');
  await ring.getByRole('button', { name: 'Answer on my phone' }).click();
  await expect(sam.callWith('Alex Rivera').getByRole('status').first()).toContainText(
    'is ringing: answer it',
  );
  control.telephone('tel:+14255550102', 'answer');
  await expect(sam.callWith('Alex Rivera').getByRole('status').first()).toHaveText(
    'You are talking on your phone',
  );
});

test('an emergency number asks first, and a call is declined with a message', async ({
  signedIn,
}, testInfo) => {
  const path = (name: string): string => testInfo.outputPath(name);
  const [alex, dana] = await Promise.all([signedIn('alex'), signedIn('dana')]);
  await alex.dial('911');
  const dialog = alex.page.getByRole('alertdialog', { name: 'Call 911?' });
  await expect(dialog).toContainText('Say where you are');
  await checkScreen(alex, 'emergency', path);
  await dialog.getByRole('textbox', { name: 'City' }).fill('Redmond');
  await dialog.getByRole('button', { name: 'Call 911 now' }).click();
  const ring = dana.page.getByRole('alertdialog');
  await expect(ring).toContainText('Emergency call');
  await expect(ring).toContainText('From Redmond');
  await checkScreen(dana, 'emergency-ringing', path);
  await ring.getByRole('button', { name: 'More ways to decline' }).click();
  await dana.page.getByRole('menuitem', { name: 'Decline with a message…' }).click();
  const message = dana.page.getByRole('textbox', { name: 'Message to Alex Rivera' });
  await message.fill('On my way.');
  await checkScreen(dana, 'reply', path);
  await message.press('Enter');
  await expect(ring).toBeHidden();
  await expect(alex.page.getByText('On my way.').first()).toBeVisible();
});
