import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../../../app/services/state-store.ts';
import type { TrayHost } from '../../../../main/desktop/tray-host.ts';
import { TrayPresence } from '../../../../main/desktop/tray-presence.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let clock: ManualClock;
let log: string[];
let change: (hasTray: boolean) => void;
let presence: TrayPresence;

beforeEach(async () => {
  store = signedInStore();
  clock = new ManualClock();
  log = [];
  const host: TrayHost = {
    watch: (onChange) => {
      change = onChange;
      return Promise.resolve(true);
    },
    stop: () => undefined,
  };
  const dependents = {
    trayAppeared: () => void log.push('appeared'),
    trayLost: () => void log.push('lost'),
  };
  presence = new TrayPresence(host, store, dependents, clock);
  presence.start();
  await presence.known();
});

describe('TrayPresence', () => {
  it('knows at once that the tray went, and gives a panel time to come back', () => {
    change(false);
    expect(store.state.environment.hasTray).toBe(false);
    clock.advance(2_000);
    change(true);
    clock.advance(60_000);
    expect(store.state.environment.hasTray).toBe(true);
    expect(log).toEqual(['appeared']);
  });

  it('says so when the tray stays away', () => {
    change(false);
    clock.advance(3_000);
    expect(log).toEqual(['lost']);
  });

  it('says nothing any more once it was stopped', () => {
    change(false);
    presence.stop();
    clock.advance(60_000);
    expect(log).toEqual([]);
  });
});
