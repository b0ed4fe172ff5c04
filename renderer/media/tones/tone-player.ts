import { type Note, type ToneName, tonePatterns } from './tone-patterns.ts';

/** Ramp at both ends of a note: without it the speaker clicks. */
const rampMs = 12;

/** How far ahead a repeated pattern is planned; timers of hidden windows may be a second late. */
const aheadMs = 2500;

/** Something that plays tones. */
export interface Tones {
  /** Plays a tone once or until stopped. Returns how to stop it, at once; harmless afterwards. */
  play(tone: ToneName, repeat: boolean): () => void;
  /** Where tones are heard from now on: `deviceId` of an audio output, null for the default. */
  setSpeaker(speakerId: string | null): void;
}

/** Tones made with Web Audio: no files, exact to the millisecond. */
export class TonePlayer implements Tones {
  #speakerId: string | null = null;

  play(tone: ToneName, repeat: boolean): () => void {
    const context = new AudioContext();
    const element = new Audio();
    const stop = once(() => {
      clearInterval(timer);
      element.pause();
      element.srcObject = null;
      context.close().catch(() => undefined);
    });
    const pattern = tonePatterns[tone];
    // Through an element, because only elements can choose their speaker in every supported Chromium.
    const output = context.createMediaStreamDestination();
    element.srcObject = output.stream;
    if (this.#speakerId !== null) element.setSinkId(this.#speakerId).catch(() => undefined);
    element.play().catch(() => undefined);

    let nextAtMs = context.currentTime * 1000 + 20;
    const plan = (): void => {
      const nowMs = context.currentTime * 1000;
      while (nextAtMs < nowMs + aheadMs) {
        for (const note of pattern.notes) schedule(context, output, note, nextAtMs);
        nextAtMs = repeat ? nextAtMs + pattern.periodMs : Number.POSITIVE_INFINITY;
      }
      const over = !repeat && nowMs > pattern.periodMs;
      if (over) stop();
    };
    const timer = setInterval(plan, 500);
    plan();
    return stop;
  }

  setSpeaker(speakerId: string | null): void {
    this.#speakerId = speakerId;
  }
}

const once = (action: () => void): (() => void) => {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
};

const schedule = (context: AudioContext, output: AudioNode, note: Note, startMs: number): void => {
  const start = (startMs + note.atMs) / 1000;
  const end = start + note.durationMs / 1000;
  const volume = context.createGain();
  const peak = note.loudness / note.frequenciesHz.length;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(peak, start + rampMs / 1000);
  volume.gain.setValueAtTime(peak, end - rampMs / 1000);
  volume.gain.linearRampToValueAtTime(0, end);
  volume.connect(output);
  for (const frequency of note.frequenciesHz) {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = frequency;
    oscillator.connect(volume);
    oscillator.start(start);
    oscillator.stop(end);
  }
};
