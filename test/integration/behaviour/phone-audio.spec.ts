import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../app/i18n/translator.ts';
import { callStatus } from '../../../renderer/features/calls/call-status.ts';
import { Stage } from '../services/support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

it('57: a call that the server places on the user’s phone asks to answer it until both are connected; who is called can decline only', async () => {
  const [alex, sam] = await Promise.all([
    stage.enter('alex@parley.test'),
    stage.enter('sam@parley.test'),
  ]);
  await alex.until(({ can, calling }) => can.startPhoneAudio && calling.phones.length > 0);
  const { control } = stage.sandbox;
  const { t } = createTranslator('en').instance;
  const words = (id: string) => {
    const call = alex.state.calls[id];
    return call && t(callStatus(call), { name: call.remote.name, number: call.phone?.number });
  };

  const id = await alex.call('sip:sam@parley.test', { via: 'phone' });
  await expect.poll(() => control.ringingTelephones).toEqual(['tel:+14255550101']);
  expect(words(id)).toContain('is ringing: answer it');
  control.telephone('tel:+14255550101', 'answer');
  const ringing = await sam.ringing();
  await alex.until(({ calls }) => calls[id]?.remoteAlerting);
  expect(words(id)).toBe('Calling Sam Okafor: stay on your phone');
  expect(Object.entries(ringing.can).filter(([, allowed]) => allowed)).toEqual([['decline', true]]);
  control.telephone('tel:+14255550102', 'answer');
  await alex.inPhase(id, 'connected');
  expect(words(id)).toBe('You are talking on your phone');
});
