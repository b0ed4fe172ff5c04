import type { Point, Rectangle } from 'electron';
import type { RingWindowPlan } from '../desktop/ring-window-controller.ts';

const sizes = {
  small: { width: 380, height: 320 },
  large: { width: 480, height: 400 },
} as const;
const marginPx = 16;

/** The part of Electron's `screen` that is needed here. */
interface Displays {
  getCursorScreenPoint(): Point;
  getDisplayNearestPoint(point: Point): { readonly workArea: Rectangle };
  getAllDisplays(): readonly { readonly workArea: Rectangle }[];
}

/**
 * Where the ring window stands: at the right of the screen that the pointer is on, half-way down,
 * because desktops show their notifications in a corner. Asking for the pointer can block for
 * milliseconds, so it is asked for ahead of time and the answer kept.
 */
export class RingPlacement {
  readonly #displays: Displays;
  #workArea: Rectangle;

  constructor(displays: Displays) {
    this.#displays = displays;
    this.#workArea = this.#find();
  }

  bounds(size: RingWindowPlan['size']): Rectangle {
    return place(this.#workArea, size);
  }

  /** The same place on each other screen. */
  elsewhere(size: RingWindowPlan['size']): readonly Rectangle[] {
    const { x, y } = this.#workArea;
    const others = this.#displays
      .getAllDisplays()
      .filter(({ workArea }) => workArea.x !== x || workArea.y !== y);
    return others.map(({ workArea }) => place(workArea, size));
  }

  /** Looks where the pointer is now. True if the window belongs somewhere else than before. */
  refresh(): boolean {
    const { x, y, width, height } = this.#workArea;
    this.#workArea = this.#find();
    const now = this.#workArea;
    return now.x !== x || now.y !== y || now.width !== width || now.height !== height;
  }

  #find(): Rectangle {
    return this.#displays.getDisplayNearestPoint(this.#displays.getCursorScreenPoint()).workArea;
  }
}

function place(workArea: Rectangle, size: RingWindowPlan['size']): Rectangle {
  const { width, height } = sizes[size];
  return {
    width,
    height,
    x: workArea.x + workArea.width - width - marginPx,
    y: workArea.y + Math.round((workArea.height - height) / 2),
  };
}
