import { describe, expect, it } from 'vitest';
import { SecretStoreUnavailable } from '../../../../app/ports/secret-store.ts';
import { type Keytar, KeytarSecretStore } from '../../../../main/adapters/keytar-secret-store.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

const frozen: Keytar = { getPassword: never, setPassword: never, deletePassword: never };

describe('KeytarSecretStore', () => {
  it('says that there is no keychain when the native module does not load', async () => {
    const load = () => Promise.reject(new Error('libsecret-1.so.0: cannot open'));
    const store = new KeytarSecretStore(load, 'Parley', new ManualClock(), new RecordingLogger());
    expect(await store.isAvailable()).toBe(false);
    await expect(store.get('session')).rejects.toBeInstanceOf(SecretStoreUnavailable);
    await expect(store.set('session', 'x')).rejects.toBeInstanceOf(SecretStoreUnavailable);
    await expect(store.delete('session')).rejects.toBeInstanceOf(SecretStoreUnavailable);
  });

  it('does not wait for a keychain that never answers', async () => {
    const clock = new ManualClock();
    const store = new KeytarSecretStore(
      () => Promise.resolve(frozen),
      'Parley',
      clock,
      new RecordingLogger(),
    );
    const available = store.isAvailable();
    clock.advance(5_000);
    expect(await available).toBe(false);
  });

  it('keeps secrets under the name it is given', async () => {
    const kept = new Map<string, string>();
    const keytar: Keytar = {
      getPassword: async (service, account) => kept.get(`${service}/${account}`) ?? null,
      setPassword: async (service, account, secret) => {
        kept.set(`${service}/${account}`, secret);
      },
      deletePassword: async (service, account) => kept.delete(`${service}/${account}`),
    };
    const store = new KeytarSecretStore(
      async () => keytar,
      'Parley (alex)',
      new ManualClock(),
      new RecordingLogger(),
    );
    await store.set('session', 'one');
    expect(kept).toEqual(new Map([['Parley (alex)/session', 'one']]));
    expect(await store.get('session')).toBe('one');
    await store.delete('session');
    expect(await store.get('session')).toBeNull();
  });
});
