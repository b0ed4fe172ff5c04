import { describe, expect, it } from 'vitest';
import { Exclusive } from '../../../../../app/services/calls/exclusive.ts';

describe('Exclusive', () => {
  it('begins a task when the one before is done, also when that failed', async () => {
    const exclusive = new Exclusive();
    const steps: string[] = [];
    const first = exclusive.run(async () => {
      steps.push('first begins');
      await Promise.resolve();
      steps.push('first ends');
      throw new Error('first failed');
    });
    const second = exclusive.run(async () => {
      steps.push('second begins');
      return 2;
    });
    await expect(first).rejects.toThrow('first failed');
    await expect(second).resolves.toBe(2);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins']);
  });
});
