import { beforeEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../main/sandbox/applications/lifecycle.ts';
import type { Application } from '../../../main/sandbox/model/entities.ts';
import { findByUserName } from '../../../main/sandbox/model/find-account.ts';
import type { Account } from '../../../main/sandbox/model/user-account.ts';
import { World } from '../../../main/sandbox/model/world.ts';
import { resolveOptions } from '../../../main/sandbox/options.ts';
import {
  extendSubscription,
  startSubscription,
} from '../../../main/sandbox/people/presence-subscriptions.ts';
import { reportActivity } from '../../../main/sandbox/presence/idleness.ts';
import { presenceOf } from '../../../main/sandbox/presence/presence.ts';
import { HandTimers } from './hand-timers.ts';

const minuteMs = 60_000;

let timers: HandTimers;
let world: World;
let alex: Account;

beforeEach(() => {
  timers = new HandTimers();
  world = new World(resolveOptions({}), timers);
  const account = findByUserName(world, 'alex@parley.test');
  if (account === undefined) throw new Error('no such user');
  alex = account;
});

function endpoint(endpointId: string): Application {
  const request = { endpointId, culture: 'en-US', userAgent: 'Test', type: 'Browser' };
  const application = createApplication(world, alex, request);
  application.available = true;
  reportActivity(world, application);
  return application;
}

const shown = () => presenceOf(world, alex).availability;

describe('presence', () => {
  it('goes from online by inactive to away, each in its time', async () => {
    expect(shown()).toBe('Offline');
    const application = endpoint('one');
    expect(shown()).toBe('Online');
    await timers.advance(5 * minuteMs - 1);
    expect(shown()).toBe('Online');
    await timers.advance(1);
    expect(shown()).toBe('IdleOnline');
    await timers.advance(5 * minuteMs);
    expect(shown()).toBe('Away');
    reportActivity(world, application);
    expect(shown()).toBe('Online');
  });

  it('starts over with each report', async () => {
    const application = endpoint('one');
    await timers.advance(4 * minuteMs);
    reportActivity(world, application);
    await timers.advance(4 * minuteMs);
    expect(shown()).toBe('Online');
  });

  it('is that of the endpoint that was used last', async () => {
    endpoint('one');
    await timers.advance(3 * minuteMs);
    const second = endpoint('two');
    await timers.advance(3 * minuteMs);
    expect(shown()).toBe('Online');
    world.applications.delete(second.id);
    expect(shown()).toBe('IdleOnline');
  });

  it.each([
    ['Busy', 'IdleBusy', 'Away'],
    ['DoNotDisturb', 'DoNotDisturb', 'DoNotDisturb'],
    ['BeRightBack', 'BeRightBack', 'BeRightBack'],
  ])('%s becomes %s, then %s', async (availability, inactive, away) => {
    endpoint('one');
    alex.manualPresence = { availability };
    await timers.advance(5 * minuteMs);
    expect(shown()).toBe(inactive);
    await timers.advance(5 * minuteMs);
    expect(shown()).toBe(away);
  });
});

describe('a presence subscription', () => {
  it('ends by itself, later when extended, but never more than half an hour from now', async () => {
    const application = endpoint('one');
    const subscription = startSubscription(world, application, { minutes: 10, keys: [] });
    await timers.advance(9 * minuteMs);
    expect(application.subscriptions.has(subscription.id)).toBe(true);
    await timers.advance(minuteMs);
    expect(application.subscriptions.has(subscription.id)).toBe(false);
    const other = startSubscription(world, application, { minutes: 30, keys: [] });
    await timers.advance(20 * minuteMs);
    extendSubscription(world, application, other, 25);
    await timers.advance(30 * minuteMs - 1);
    expect(application.subscriptions.has(other.id)).toBe(true);
    await timers.advance(1);
    expect(application.subscriptions.size).toBe(0);
  });
});
