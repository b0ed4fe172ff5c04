import { expect, it } from 'vitest';
import { IntegratedIdentity } from '../../../../main/adapters/integrated-identity.ts';

const domains = ['example.test'];
const alex = { domains, account: { userName: 'alex@example.test', password: 'correct horse' } };
const sam = { domains, account: { userName: 'sam@example.test', password: 'battery staple' } };
const computersUser = { domains, account: null };

/** What Electron's session is told, in order. */
function recorded() {
  const told: string[] = [];
  const identity = new IntegratedIdentity({
    allowNTLMCredentialsForDomains: (hosts) => told.push(`allow ${hosts}`),
    clearAuthCache: async () => void told.push('clear'),
    closeAllConnections: async () => void told.push('close'),
  });
  return { told, identity };
}

it('lets only the hosts of the domains know who uses this computer', async () => {
  const { told, identity } = recorded();
  await identity.take(computersUser);
  expect(told).toEqual(['allow example.test,*.example.test']);
});

it('keeps who uses this computer to itself when the user is somebody else', async () => {
  const { told, identity } = recorded();
  await identity.take(alex);
  expect(told).toEqual(['allow ']);
});

it.each([
  ['another account', alex, sam],
  ['whoever uses this computer', alex, computersUser],
  ['an account', computersUser, alex],
])('forgets who it was before it is %s', async (_who, before, after) => {
  const { told, identity } = recorded();
  await identity.take(before);
  told.length = 0;
  await identity.take(after);
  expect(told.slice(1)).toEqual(['clear', 'close']);
});

it('disturbs no connection while it stays the same', async () => {
  const { told, identity } = recorded();
  await identity.take(alex);
  await identity.take(alex);
  expect(told).not.toContain('close');
});
