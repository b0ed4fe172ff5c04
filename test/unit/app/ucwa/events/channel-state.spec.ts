import { expect, it } from 'vitest';
import {
  type ChannelInput,
  type ChannelState,
  nextState,
} from '../../../../../app/ucwa/events/channel-state.ts';

const states: readonly ChannelState[] = [
  'idle',
  'polling',
  'waiting',
  'recreating',
  'waiting-to-recreate',
  'stopped',
  'ended',
];
const inputs: readonly ChannelInput[] = [
  'start',
  'body',
  'failure',
  'due',
  'application-lost',
  'recreated',
  'stop',
  'end',
];
const moves: Readonly<Record<string, ChannelState>> = {
  'idle start': 'polling',
  'polling body': 'polling',
  'polling failure': 'waiting',
  'polling application-lost': 'recreating',
  'waiting due': 'polling',
  'waiting application-lost': 'recreating',
  'recreating recreated': 'polling',
  'recreating failure': 'waiting-to-recreate',
  'waiting-to-recreate due': 'recreating',
};

for (const state of states) {
  for (const input of inputs) {
    const isOver = state === 'stopped' || state === 'ended';
    const leaving = input === 'stop' ? 'stopped' : input === 'end' ? 'ended' : null;
    const expected = isOver ? null : (leaving ?? moves[`${state} ${input}`] ?? null);
    it(`${state} × ${input} → ${expected ?? 'ignored'}`, () => {
      expect(nextState(state, input)).toBe(expected);
    });
  }
}
