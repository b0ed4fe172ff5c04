import { describe, expect, it } from 'vitest';
import type { WakeUp } from '../../../../../app/ports/wake-ups.ts';
import { RetryLater } from '../../../../../app/services/session/retry-later.ts';
import { Emitter } from '../../../../../app/util/emitter.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';

function setUp() {
  const clock = new ManualClock(0);
  const wakeUps = new Emitter<WakeUp>((error) => {
    throw error;
  });
  // 0.5 is the middle of the jitter.
  const random = { uuid: () => '', fraction: () => 0.5 };
  const calls: number[] = [];
  const retry = new RetryLater(clock, random, wakeUps);
  return { clock, wakeUps, retry, calls, plan: () => retry.plan(() => calls.push(clock.nowMs())) };
}

describe('RetryLater', () => {
  it('waits longer each time, a minute at most', () => {
    const { clock, plan, calls } = setUp();
    for (let attempt = 0; attempt < 7; attempt += 1) {
      plan();
      clock.advance(60_000);
    }
    const delays = calls.map((atMs, index) => atMs - index * 60_000);
    expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('does not wait when the network comes back, and acts once', () => {
    const { clock, plan, calls, wakeUps } = setUp();
    plan();
    wakeUps.emit('network-back');
    wakeUps.emit('system-resumed');
    clock.advance(60_000);
    expect(calls).toEqual([0]);
  });

  it('leaves no timer when it is cancelled, and begins anew after a reset', () => {
    const { clock, plan, calls, retry } = setUp();
    plan();
    retry.cancel();
    retry.cancel();
    expect(clock.pending).toBe(0);
    plan();
    retry.reset();
    plan();
    clock.advance(2_000);
    expect(calls).toEqual([2_000]);
  });
});
