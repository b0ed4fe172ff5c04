import { expect, test } from './support/fixtures.ts';

test('Sam hands Alex over to Kim: the call goes on with her, on the same screen', async ({
  signedIn,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const [alex, sam, kim] = await Promise.all([signedIn('alex'), signedIn('sam'), signedIn('kim')]);
  await alex.dial('Sam Okafor');
  await sam.answer();
  const withSam = alex.callWith('Sam Okafor');
  await expect(withSam.getByRole('timer', { name: 'Duration' })).toBeVisible();
  const seconds = (text: string | null) => {
    const [minutes = 0, rest = 0] = (text ?? '').split(':').map(Number);
    return minutes * 60 + rest;
  };
  await expect
    .poll(async () => seconds(await withSam.getByRole('timer').first().textContent()))
    .toBeGreaterThan(1);

  sandbox.control.handOver('sam@parley.test', 'kim@parley.test');
  await expect(withSam.getByText('You are being transferred…')).toBeVisible();
  const before = seconds(await withSam.getByRole('timer').first().textContent());
  await kim.dial('Alex Rivera');

  const withKim = alex.callWith('Kim Lindqvist');
  await expect(withKim.getByText('Transferred by Sam Okafor')).toBeVisible();
  const after = seconds(await withKim.getByRole('timer').first().textContent());
  expect(after).toBeGreaterThanOrEqual(before);
  await alex.expectPacketsArriving('Kim Lindqvist', 'Audio');
  await kim.expectPacketsArriving('Alex Rivera', 'Audio');

  sandbox.control.handOver('kim@parley.test', 'sam@parley.test', 'silent');
  await sam.dial('Alex Rivera');
  const ring = await alex.ringWindow();
  await expect(ring.getByText('In place of your call with Kim Lindqvist')).toBeVisible();
  await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await expect(alex.page.getByText('Call ended')).toBeHidden();
});
