import type { Point, Rectangle } from 'electron';

const size = { width: 380, height: 320 } as const;
const marginPx = 16;

/** The part of Electron's `screen` that is needed here. */
interface Displays {
  getCursorScreenPoint(): Point;
  getDisplayNearestPoint(point: Point): { readonly workArea: Rectangle };
}

/**
 * Where the ring window stands: at the right of the screen that the pointer is on, half-way down,
 * because desktops show their notifications in a corner. Asking for the pointer can block for
 * milliseconds, so it is asked for ahead of time and the answer kept.
 */
export class RingPlacement {
  readonly #displays: Displays;
  #bounds: Rectangle;

  constructor(displays: Displays) {
    this.#displays = displays;
    this.#bounds = this.#find();
  }

  get bounds(): Rectangle {
    return this.#bounds;
  }

  /** Looks where the pointer is now. True if the window belongs somewhere else than before. */
  refresh(): boolean {
    const { x, y } = this.#bounds;
    this.#bounds = this.#find();
    return this.#bounds.x !== x || this.#bounds.y !== y;
  }

  #find(): Rectangle {
    const { workArea } = this.#displays.getDisplayNearestPoint(
      this.#displays.getCursorScreenPoint(),
    );
    return {
      ...size,
      x: workArea.x + workArea.width - size.width - marginPx,
      y: workArea.y + Math.round((workArea.height - size.height) / 2),
    };
  }
}
