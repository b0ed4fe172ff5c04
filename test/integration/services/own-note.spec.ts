import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from './support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

describe('the own note', () => {
  it('is read, set and cleared, and follows what another program of the user does', async () => {
    const desk = await stage.enter('alex@parley.test');
    const laptop = await stage.enter('alex@parley.test');
    await desk.until(({ ownNote }) => ownNote === '');
    await desk.commands['presence.setNote']({ text: 'Back at three' });
    expect(desk.state.ownNote).toBe('Back at three');
    await laptop.until(({ ownNote }) => ownNote === 'Back at three');

    const later = await stage.enter('alex@parley.test');
    await later.until(({ ownNote }) => ownNote === 'Back at three');
    await laptop.commands['presence.setNote']({ text: '' });
    await desk.until(({ ownNote }) => ownNote === '');
  });

  it('is not known any more, and cannot be set, once the user has signed out', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.until(({ ownNote }) => ownNote === '');
    await alex.commands['session.signOut'](undefined);
    expect(alex.state.ownNote).toBeNull();
    await expect(alex.commands['presence.setNote']({ text: 'x' })).rejects.toThrow('not-signed-in');
  });
});
