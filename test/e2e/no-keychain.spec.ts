import { expect, test } from './support/fixtures.ts';

test.use({ desktopOptions: { keyring: false } });

test('without a keychain the session lives in memory and the user is told', async ({
  signedIn,
}) => {
  const alex = await signedIn('alex');
  await expect(alex.page.getByRole('region', { name: 'Notices' })).toContainText('keychain');
});
