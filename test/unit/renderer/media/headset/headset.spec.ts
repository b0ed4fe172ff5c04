import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../../../app/domain/call.ts';
import { Headset } from '../../../../../renderer/media/headset/headset.ts';
import type { HidDevice, HidInputEvent } from '../../../../../renderer/media/headset/web-hid.ts';
import { collectionsOf } from '../../../../support/hid-descriptor.ts';
import { makeCall, makeState } from '../../make-call.ts';

/** Hook switch (stays), mute (pressed); lamps off hook, mute, ring. */
const descriptor = `05 0B 09 05 A1 01 85 02 15 00 25 01 09 20 75 01 95 01 81 22 09 2F 81 06 95 06 81 01
  05 08 09 17 09 09 09 18 95 03 91 22 95 05 91 01 C0`;

const chosen = { vendorId: 0x47f, productId: 0xc056, name: 'Headset' };

let log: string[];
let device: HidDevice;
let listeners: Set<(event: HidInputEvent) => void>;
let headset: Headset;

beforeEach(() => {
  log = [];
  listeners = new Set();
  let opened = false;
  device = {
    ...{ vendorId: chosen.vendorId, productId: chosen.productId, productName: 'Headset' },
    collections: collectionsOf(descriptor),
    get opened() {
      return opened;
    },
    open: async () => {
      opened = true;
      log.push('open');
    },
    close: async () => {
      opened = false;
      log.push('close');
    },
    sendReport: async (id, data) => void log.push(`lamps ${id}: ${data.join(' ')}`),
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const hid = {
    getDevices: async () => [device],
    requestDevice: async () => [device],
    addEventListener: () => undefined,
  };
  headset = new Headset(
    hid,
    (press) => log.push(press),
    (error) => log.push(error),
  );
});

async function show(...calls: readonly Call[]): Promise<void> {
  const state = makeState({ calls: Object.fromEntries(calls.map((call) => [call.id, call])) });
  headset.update({ ...state, settings: { ...state.settings, headset: chosen } });
  await new Promise((resolve) => setImmediate(resolve));
}

/** @param bits hook switch 1, mute 2 */
function input(bits: number): void {
  const event = Object.assign(new Event('inputreport'), {
    reportId: 2,
    data: new DataView(Uint8Array.of(bits).buffer),
  });
  for (const listener of listeners) listener(event);
}

const ringing = makeCall({ id: 'c1', phase: 'ringing' });
const talking = makeCall({
  id: 'c1',
  phase: 'connected',
  sending: { audio: true, video: false },
});

describe('Headset', () => {
  it('is named by the device that was chosen', async () => {
    expect(await headset.choose()).toEqual(chosen);
  });

  it('answers, mutes and hangs up, and shows each on its lamps', async () => {
    await show(ringing);
    input(1);
    await show(talking);
    // The hook switch says again what the lamp says.
    input(1);
    input(3);
    input(1);
    await show(makeCall({ ...talking, sending: { audio: false, video: false } }));
    input(0);
    await show();
    input(0);
    expect(log).toEqual([
      'open',
      'lamps 2: 4',
      'answer',
      'lamps 2: 1',
      'mute',
      'lamps 2: 3',
      'hangUp',
      'lamps 2: 0',
    ]);
  });

  it('lets go of a headset that is not chosen any more', async () => {
    await show(talking);
    log = [];
    headset.update(makeState({ calls: {} }));
    await new Promise((resolve) => setImmediate(resolve));
    input(0);
    expect(log).toEqual(['close']);
  });

  it('says what went wrong with a device, and goes on', async () => {
    const broken = { ...device, open: () => Promise.reject(new Error('unplugged')) };
    device = broken;
    await show(ringing);
    expect(log).toEqual(['Headset: Error: unplugged']);
  });
});
