import { afterEach, expect, it } from 'vitest';
import { Stage } from './support/stage.ts';

let stage: Stage;

afterEach(() => stage.close());

const png = /^data:image\/png;base64,iVBOR/;

it('photos of contacts and of the user come as data, are fetched once, and end with the session', async () => {
  stage = await Stage.open();
  const alex = await stage.enter('alex@parley.test');
  await alex.until(({ people }) => Object.keys(people).length >= 4);
  const photoOf = async (uri: string) => (await alex.commands['people.photo']({ uri })).photo;
  const [sam, samAgain, me, dana, stranger] = await Promise.all(
    [
      'sip:sam@parley.test',
      'SIP:Sam@Parley.test',
      'sip:alex@parley.test',
      'sip:dana@parley.test',
      'sip:nobody@elsewhere.test',
    ].map(photoOf),
  );
  expect(sam).toMatch(png);
  expect(samAgain).toBe(sam);
  expect(me).toMatch(png);
  expect(me).not.toBe(sam);
  // Dana has none, and there is no address of a stranger's.
  expect(dana).toBeNull();
  expect(stranger).toBeNull();
  const fetches = () =>
    stage.sandbox.control.requests.filter(({ path }) => /photo/i.test(path)).length;
  expect(fetches()).toBe(3);
  expect(await photoOf('sip:sam@parley.test')).toBe(sam);
  expect(await photoOf('sip:dana@parley.test')).toBeNull();
  expect(fetches()).toBe(3);

  await alex.commands['session.signOut'](undefined);
  expect(await photoOf('sip:sam@parley.test')).toBeNull();
});
