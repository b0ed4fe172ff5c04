import { beforeEach, describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../../../app/ucwa/transport/circuit-breaker.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';

const origin = 'https://pool.example.test';
let clock: ManualClock;
let circuit: CircuitBreaker;
beforeEach(() => {
  clock = new ManualClock();
  circuit = new CircuitBreaker(clock, { failures: 3, openMs: 5000 });
});
const fail = (times: number) => {
  for (let count = 0; count < times; count += 1) circuit.failed(origin);
};

describe('the circuit breaker', () => {
  it('lets everything through until a server failed so many times in a row', () => {
    fail(2);
    expect(circuit.allows(origin)).toBe(true);
    circuit.answered(origin);
    fail(2);
    expect(circuit.allows(origin)).toBe(true);
    fail(1);
    expect(circuit.allows(origin)).toBe(false);
  });

  it('knows each server for itself', () => {
    fail(3);
    expect(circuit.allows('https://other.example.test')).toBe(true);
  });

  it('lets one try after a while, and the others only when that one had an answer', () => {
    fail(3);
    clock.advance(4999);
    expect(circuit.allows(origin)).toBe(false);
    clock.advance(1);
    expect(circuit.allows(origin)).toBe(true);
    expect(circuit.allows(origin)).toBe(false);
    circuit.failed(origin);
    clock.advance(4999);
    expect(circuit.allows(origin)).toBe(false);
    clock.advance(1);
    expect(circuit.allows(origin)).toBe(true);
    circuit.answered(origin);
    expect([circuit.allows(origin), circuit.allows(origin)]).toEqual([true, true]);
  });

  it('lets another one try when nothing was heard of the first', () => {
    fail(3);
    clock.advance(5000);
    expect(circuit.allows(origin)).toBe(true);
    clock.advance(5000);
    expect(circuit.allows(origin)).toBe(true);
  });

  it('needs no timer', () => {
    fail(9);
    expect(clock.pending).toBe(0);
  });
});
