import type { DeviceOpener } from './devices.ts';
import { MediaFailure } from './media-failure.ts';

const frameIntervalMs = 66;
const picture = { width: 640, height: 360 } as const;
/** Two soft notes every few seconds: a sign of life, no nuisance. */
const notesHz = [523.25, 659.25] as const;
const noteSeconds = 0.35;
const pauseSeconds = 2.5;
const loudness = 0.06;

/**
 * Made-up sound and picture, for the demo's colleague: no device is opened, so that the user's own
 * microphone and camera stay theirs.
 */
export const syntheticDevices: DeviceOpener = {
  openMicrophone: async () => openTone(),
  openCamera: async () => openPicture(),
};

function openTone(): MediaStreamTrack {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const gain = new GainNode(context, { gain: 0 });
  const tone = new OscillatorNode(context, { type: 'sine' });
  tone.connect(gain).connect(output);
  tone.start();
  const chime = (): void => {
    notesHz.forEach((frequency, index) => {
      const startsAt = context.currentTime + index * noteSeconds;
      tone.frequency.setValueAtTime(frequency, startsAt);
      gain.gain.setValueAtTime(0, startsAt);
      gain.gain.linearRampToValueAtTime(loudness, startsAt + noteSeconds / 4);
      gain.gain.linearRampToValueAtTime(0, startsAt + noteSeconds);
    });
  };
  chime();
  const timer = setInterval(chime, pauseSeconds * 1000);
  return stoppable(output.stream, () => {
    clearInterval(timer);
    void context.close();
  });
}

function openPicture(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, picture);
  const context = canvas.getContext('2d');
  if (context === null) throw new MediaFailure('unavailable', 'The page cannot draw.');
  const stream = canvas.captureStream();
  const startedAtMs = performance.now();
  const draw = (): void => drawFace(context, (performance.now() - startedAtMs) / 1000);
  draw();
  const timer = setInterval(draw, frameIntervalMs);
  return stoppable(stream, () => clearInterval(timer));
}

/** A round face in front of a slowly changing wall, nodding. */
function drawFace(context: CanvasRenderingContext2D, seconds: number): void {
  const { width, height } = picture;
  const hue = 225 + 25 * Math.sin(seconds / 4);
  context.fillStyle = `hsl(${hue} 45% 30%)`;
  context.fillRect(0, 0, width, height);
  const centre = {
    x: width / 2 + 8 * Math.sin(seconds),
    y: height / 2 + 10 * Math.sin(seconds * 2),
  };
  const disc = (x: number, y: number, radius: number, fill: string): void => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
  };
  disc(centre.x, height + 60, 150, 'hsl(200 40% 55%)');
  disc(centre.x, centre.y, 84, 'hsl(28 55% 68%)');
  const isBlinking = seconds % 4 < 0.15;
  for (const side of [-1, 1]) disc(centre.x + side * 30, centre.y - 14, isBlinking ? 2 : 8, '#222');
  context.beginPath();
  context.arc(centre.x, centre.y + 16, 34, 0.15 * Math.PI, 0.85 * Math.PI);
  context.lineWidth = 6;
  context.strokeStyle = '#222';
  context.stroke();
}

/** The stream's only track; stopping it also ends what feeds it. */
function stoppable(stream: MediaStream, end: () => void): MediaStreamTrack {
  const [track] = stream.getTracks();
  if (track === undefined) throw new MediaFailure('unavailable', 'Nothing to send from.');
  const stop = track.stop.bind(track);
  track.stop = () => {
    end();
    stop();
  };
  return track;
}
