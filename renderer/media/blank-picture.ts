/** Sides of the blank picture in pixels: so small that no camera is meant (see `isBlankPicture`). */
const side = 16;

/** How often a frame is sent, so that the stream stays alive. */
const frameIntervalMs = 1000;

/** A black video track for a camera that is off: the device is free, the stream goes on. */
export interface BlankPicture {
  readonly track: MediaStreamTrack;
  stop(): void;
}

/** @throws Error when the page cannot draw */
export const createBlankPicture = (): BlankPicture => {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream().getVideoTracks();
  if (context === null || track === undefined) throw new Error('No canvas to send from.');
  const draw = (): void => context.fillRect(0, 0, side, side);
  draw();
  const timer = setInterval(draw, frameIntervalMs);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};

/** Whether a received picture of this size only says that the other side's camera is off. */
export const isBlankPicture = (width: number, height: number): boolean =>
  width <= side * 2 && height <= side * 2;
