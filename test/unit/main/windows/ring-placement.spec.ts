import { describe, expect, it } from 'vitest';
import { RingPlacement } from '../../../../main/windows/ring-placement.ts';

/** Two screens side by side, the right one with a panel at its top. */
const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 40, width: 1280, height: 984 };

function displays() {
  const asked: string[] = [];
  const pointer = { x: 100, y: 100 };
  return {
    asked,
    pointer,
    getCursorScreenPoint: () => {
      asked.push('pointer');
      return { ...pointer };
    },
    getAllDisplays: () => [{ workArea: left }, { workArea: right }],
    getDisplayNearestPoint: ({ x }: { readonly x: number }) => ({
      workArea: x < 1920 ? left : right,
    }),
  };
}

describe('RingPlacement', () => {
  it('stands at the right edge, half-way down, off the panels', () => {
    const screens = displays();
    screens.pointer.x = 2000;
    expect(new RingPlacement(screens).bounds('small')).toEqual({
      x: 1920 + 1280 - 380 - 16,
      y: 40 + (984 - 320) / 2,
      width: 380,
      height: 320,
    });
  });

  it('asks for the pointer ahead of time only', () => {
    const screens = displays();
    const placement = new RingPlacement(screens);
    expect(screens.asked).toEqual(['pointer']);
    expect(placement.bounds('small').x).toBe(1920 - 380 - 16);
    expect(screens.asked).toEqual(['pointer']);
  });

  it('follows the pointer to another screen, and stays while it is on the same', () => {
    const screens = displays();
    const placement = new RingPlacement(screens);
    screens.pointer.x = 1900;
    expect(placement.refresh()).toBe(false);
    screens.pointer.x = 2000;
    expect(placement.refresh()).toBe(true);
    expect(placement.bounds('small').x).toBe(1920 + 1280 - 380 - 16);
  });

  it('stands in the same place on each other screen, larger when it is to be seen from afar', () => {
    expect(new RingPlacement(displays()).elsewhere('large')).toEqual([
      { x: 1920 + 1280 - 480 - 16, y: 40 + (984 - 400) / 2, width: 480, height: 400 },
    ]);
  });
});
