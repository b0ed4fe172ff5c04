import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSettings } from '../../../app/services/settings-service.ts';
import { MemorySecrets } from '../../fakes/memory-secrets.ts';
import { MemorySettings } from '../../fakes/memory-settings.ts';
import { Stage } from './support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const signedOutWith = (failure: string) => ({
  phase: 'signedOut',
  error: expect.objectContaining({ failure }),
});

describe('signing in', () => {
  it('shows each step, then who the user is, the contacts and what may be started', async () => {
    const alex = stage.add();
    const steps: string[] = [];
    alex.parley.store.patches.subscribe(() => {
      const { session } = alex.state;
      const step = session.phase === 'signingIn' ? session.step : session.phase;
      if (steps[steps.length - 1] !== step) steps.push(step);
    });
    await alex.signIn('alex@parley.test');
    expect(steps).toEqual([
      'discovering',
      'authenticating',
      'creating-application',
      'making-available',
      'opening-event-channel',
      'loading-people',
      'online',
    ]);
    await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    expect(alex.state.me).toMatchObject({ uri: 'sip:alex@parley.test', name: 'Alex Rivera' });
    expect(alex.state.people['sip:sam@parley.test']).toMatchObject({ name: 'Sam Okafor' });
    expect(alex.state.can).toMatchObject({
      startAudio: true,
      startAudioVideo: true,
      startChat: true,
      startMeeting: true,
    });
    await alex.until(({ me }) => me?.presence.availability === 'Online');
    expect(parseSettings(alex.settings.stored).lastAddress).toBe('alex@parley.test');
  });

  it('keeps tokens and password out of the state and the settings', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    const seen = JSON.stringify([alex.state, alex.settings.stored]);
    expect(seen).not.toMatch(/cwt=|"password":|\/ucwa\//);
    expect(alex.secrets.entries.get('session')).toMatch(/cwt=.*/);
  });

  it('names a wrong password and keeps nothing', async () => {
    const alex = stage.add();
    await expect(alex.signIn('alex@parley.test', 'wrong')).rejects.toThrow();
    expect(alex.state.session).toMatchObject(signedOutWith('wrong-password'));
    expect(alex.secrets.entries.has('session')).toBe(false);
    await alex.signIn('alex@parley.test');
    expect(alex.state.session.phase).toBe('online');
  });

  it('names a server that offers no password grant', async () => {
    stage.sandbox.control.setGrants(['windows']);
    const alex = stage.add();
    await expect(alex.signIn('alex@parley.test')).rejects.toThrow();
    expect(alex.state.session).toMatchObject(signedOutWith('method-not-offered'));
  });

  it('names a server that cannot be reached', async () => {
    await stage.sandbox.control.setRefusing(true);
    const alex = stage.add();
    await expect(alex.signIn('alex@parley.test')).rejects.toThrow();
    expect(alex.state.session).toMatchObject(signedOutWith('server-unreachable'));
    await stage.sandbox.control.setRefusing(false);
  });

  it('stops when it is cancelled and leaves no application behind', async () => {
    const alex = stage.add();
    const attempt = alex.signIn('alex@parley.test');
    await alex.until(({ session }) => session.phase === 'signingIn');
    await alex.commands['session.cancelSignIn'](undefined);
    await expect(attempt).rejects.toThrow();
    expect(alex.state.session).toEqual({ phase: 'signedOut', reason: null, error: null });
    expect(stage.sandbox.control.applicationsOf('alex@parley.test')).toEqual([]);
  });

  it('leaves nothing behind when the user signs out while people are loaded', async () => {
    const alex = stage.add();
    alex.parley.store.patches.subscribe(() => {
      if (alex.state.me !== null) void alex.commands['session.signOut'](undefined);
    });
    await expect(alex.signIn('alex@parley.test')).rejects.toThrow();
    const { session, me, people, notices } = alex.state;
    expect([session.phase, me, people, notices]).toEqual(['signedOut', null, {}, []]);
    expect(alex.logger.text()).not.toContain('The contacts could not be loaded');
  });

  it('tells that nothing is kept without a keychain, and works all the same', async () => {
    const secrets = new MemorySecrets();
    secrets.isUsable = false;
    const alex = await stage.enter('alex@parley.test', { secrets });
    await alex.until(({ notices }) =>
      notices.some(({ messageKey }) => messageKey === 'notice.keychainUnavailable'),
    );
    expect(alex.state.session).toEqual({ phase: 'online', keychain: 'memory-only' });
  });
});

describe('staying signed in', () => {
  it('signs in again at the next start, as the same endpoint', async () => {
    const secrets = new MemorySecrets();
    const first = await stage.enter('alex@parley.test', { secrets });
    await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    const [before] = stage.sandbox.control.applicationsOf('alex@parley.test');
    await first.stop();
    expect(stage.sandbox.control.applicationsOf('alex@parley.test')).toEqual([]);
    const second = stage.add({ secrets });
    await second.parley.start();
    await second.until(({ session }) => session.phase === 'online');
    const [after] = stage.sandbox.control.applicationsOf('alex@parley.test');
    expect(after?.endpointId).toBe(before?.endpointId);
  });

  it('leaves a user alone who signed in while the keychain was waiting', async () => {
    const secrets = new MemorySecrets();
    const first = await stage.enter('alex@parley.test', { secrets });
    await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    await first.stop();
    const second = stage.add({ secrets });
    let unlock: () => void = () => undefined;
    secrets.unlocked = new Promise((resolve) => {
      unlock = resolve;
    });
    await second.parley.start();
    secrets.unlocked = Promise.resolve();
    await second.signIn('sam@parley.test');
    unlock();
    await second.commands['presence.set']({ availability: 'Busy' });
    expect(second.state.session.phase).toBe('online');
    expect(second.state.me?.name).toBe('Sam Okafor');
    expect(stage.sandbox.control.applicationsOf('alex@parley.test')).toEqual([]);
  });

  it('keeps the new ticket when the old one has expired', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    const before = alex.secrets.entries.get('session');
    stage.sandbox.control.expireTokens();
    await vi.waitUntil(() => alex.secrets.entries.get('session') !== before);
    expect(alex.state.session.phase).toBe('online');
  });

  it('waits for the network instead of asking for the password again', async () => {
    const secrets = new MemorySecrets();
    const first = await stage.enter('alex@parley.test', { secrets });
    await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    await first.stop();
    await stage.sandbox.control.setRefusing(true);
    const second = stage.add({ secrets });
    await second.parley.start();
    await vi.waitUntil(() => second.logger.text().includes('The sign-in failed'));
    expect(second.state.session.phase).toBe('signingIn');
    await stage.sandbox.control.setRefusing(false);
    second.wakeUps.emit('network-back');
    await second.until(({ session }) => session.phase === 'online');
  });

  it('forgets everything at sign-out', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    await alex.commands['session.signOut'](undefined);
    const { session, me, people, calls, recents } = alex.state;
    expect(session).toMatchObject({ phase: 'signedOut', reason: 'user' });
    expect([me, people, calls, recents]).toEqual([null, {}, {}, []]);
    expect(alex.secrets.entries.has('session')).toBe(false);
    expect(stage.sandbox.control.applicationsOf('alex@parley.test')).toEqual([]);
  });

  it('ends the application at sign-out though the keychain asks its password first', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    alex.secrets.unlocked = new Promise(() => undefined);
    void alex.commands['session.signOut'](undefined);
    await vi.waitUntil(() => stage.sandbox.control.applicationsOf('alex@parley.test').length === 0);
  });

  it('does not ask for a password that was rejected at a start', async () => {
    const secrets = new MemorySecrets();
    const first = await stage.enter('alex@parley.test', { secrets });
    await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    await first.stop();
    stage.sandbox.control.setPassword('alex@parley.test', 'another');
    stage.sandbox.control.expireTokens();
    const second = stage.add({ secrets });
    await second.parley.start();
    const error = await second.until(
      ({ session }) => session.phase === 'signedOut' && session.error,
    );
    expect(error.failure).toBe('wrong-password');
    await vi.waitUntil(() => !secrets.entries.has('session'));
  });

  it('says that it failed though the keychain asks its password before it forgets', async () => {
    const secrets = new MemorySecrets();
    const first = await stage.enter('alex@parley.test', { secrets });
    await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    await first.stop();
    stage.sandbox.control.setPassword('alex@parley.test', 'another');
    stage.sandbox.control.expireTokens();
    const second = stage.add({ secrets });
    second.parley.store.patches.subscribe(() => {
      const { session } = second.state;
      const isUnderWay = session.phase === 'signingIn' && session.step === 'authenticating';
      if (isUnderWay) secrets.unlocked = new Promise(() => undefined);
    });
    await second.parley.start();
    await second.until(({ session }) => session.phase === 'signedOut' && session.error);
  });
});

describe('people and presence', () => {
  it('shows how the presence of a colleague changes', async () => {
    const alex = await stage.enter('alex@parley.test');
    const presenceOfSam = () => alex.state.people['sip:sam@parley.test']?.presence.availability;
    await alex.until(() => presenceOfSam() === 'Offline');
    const sam = await stage.enter('sam@parley.test');
    await alex.until(() => presenceOfSam() === 'Online');
    await sam.commands['presence.set']({ availability: 'DoNotDisturb' });
    expect(sam.state.me?.presence.availability).toBe('DoNotDisturb');
    await alex.until(() => presenceOfSam() === 'DoNotDisturb');
  });
});

describe('settings', () => {
  it('saves what changed and starts with it again', async () => {
    const settings = new MemorySettings({ region: 'DE', ringTone: 'nonsense' });
    const alex = stage.add({ settings });
    await alex.parley.start();
    expect(alex.state.settings).toMatchObject({ region: 'DE', ringTone: true });
    await alex.commands['settings.update']({ colorScheme: 'dark' });
    expect(parseSettings(settings.stored)).toMatchObject({ region: 'DE', colorScheme: 'dark' });
  });

  it('holds a change that cannot be saved and says so', async () => {
    const settings = new MemorySettings();
    settings.isWritable = false;
    const alex = stage.add({ settings });
    await alex.commands['settings.update']({ colorScheme: 'dark' });
    expect(alex.state.settings.colorScheme).toBe('dark');
    expect(alex.state.notices).toMatchObject([{ messageKey: 'notice.settingsNotSaved' }]);
    await alex.commands['notices.dismiss']({ id: alex.state.notices[0]?.id ?? '' });
    expect(alex.state.notices).toEqual([]);
  });
});
