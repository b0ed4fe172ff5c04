/** How often a level is told, per second: enough for the eye, little for the processor. */
const updatesPerSecond = 15;

/** Quietest level that is shown, in dB below full scale. */
const floorDb = -60;

/** Root mean square of samples in -1…1 as a level from 0 (silence) to 1 (full scale). */
export const levelOf = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  const db = 20 * Math.log10(rms);
  return Math.min(1, Math.max(0, 1 - db / floorDb));
};

/**
 * Tells the loudness of a track from 0 to 1 until stopped. It never goes through the store: fifteen
 * numbers a second are nobody's state.
 */
export const watchLevel = (
  track: MediaStreamTrack,
  onLevel: (level: number) => void,
): (() => void) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, 1000 / updatesPerSecond);
  return () => {
    clearInterval(timer);
    source.disconnect();
    context.close().catch(() => undefined);
    onLevel(0);
  };
};
