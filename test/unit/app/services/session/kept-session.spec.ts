import { describe, expect, it } from 'vitest';
import { KeptSession } from '../../../../../app/services/session/kept-session.ts';
import type { StoredSession } from '../../../../../app/services/session/stored-session.ts';
import { MemorySecrets } from '../../../../fakes/memory-secrets.ts';
import { RecordingLogger } from '../../../../support/recording-logger.ts';
import { SystemRandom } from '../../../../support/system-random.ts';

const session: StoredSession = {
  address: 'alex@parley.test',
  discoveryUrl: null,
  trustedHosts: [],
  method: {
    grant: 'password',
    account: { userName: 'alex@parley.test', password: 'a secret' },
  },
  knownApplicationsUrl: null,
  ticket: null,
};

function setUp() {
  const secrets = new MemorySecrets();
  const logger = new RecordingLogger();
  return { secrets, logger, kept: new KeptSession(secrets, new SystemRandom(), logger) };
}

describe('KeptSession', () => {
  it('gives back what it saved', async () => {
    const { kept } = setUp();
    expect(await kept.load()).toBeNull();
    expect(await kept.save(session)).toBe(true);
    expect(await kept.load()).toEqual(session);
  });

  it('writes in the order it was asked: what follows a sign-out does not undo it', async () => {
    const { kept, secrets } = setUp();
    const saving = kept.save(session);
    const deleting = kept.delete();
    await Promise.all([saving, deleting]);
    expect(secrets.entries.has('session')).toBe(false);
  });

  it('keeps the endpoint when the session is deleted', async () => {
    const { kept } = setUp();
    const endpointId = await kept.endpointId();
    await kept.delete();
    expect(await kept.endpointId()).toBe(endpointId);
    expect(endpointId.length).toBeLessThanOrEqual(100);
  });

  it('works without a keychain, for this run', async () => {
    const { kept, secrets } = setUp();
    secrets.isUsable = false;
    expect(await kept.load()).toBeNull();
    expect(await kept.save(session)).toBe(false);
    await kept.delete();
    expect(await kept.endpointId()).not.toBe('');
  });

  it.each(['', '{', '{"address":1}', 'null'])('ignores an entry that says %j', async (entry) => {
    const { kept, secrets } = setUp();
    secrets.entries.set('session', entry);
    expect(await kept.load()).toBeNull();
  });

  it('never logs the secret', async () => {
    const { kept, secrets, logger } = setUp();
    secrets.entries.set('session', '{"password":"a secret"');
    await kept.load();
    secrets.isUsable = false;
    await kept.save(session);
    expect(logger.entries.length).toBeGreaterThan(0);
    expect(logger.text()).not.toContain('a secret');
  });
});
