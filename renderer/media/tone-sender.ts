import { MediaFailure } from './media-failure.ts';

/** How long a tone sounds, and the silence after it, milliseconds (RFC 4733, 2.5). */
const toneMs = 100;
const gapMs = 70;

interface ToneReports {
  /** Tones can be sent from now on, or not any more. */
  readonly onPossible: (possible: boolean) => void;
  /** This tone begins to sound. */
  readonly onTone: (tone: string) => void;
}

/** The dialling tones of one peer connection: as telephone events, within its sound. */
export class ToneSender {
  readonly #peer: RTCPeerConnection;
  readonly #reports: ToneReports;
  #watched: RTCDTMFSender | null = null;
  #wasPossible = false;

  constructor(peer: RTCPeerConnection, reports: ToneReports) {
    this.#peer = peer;
    this.#reports = reports;
  }

  /** Looks whether tones can be sent now; no event tells it. */
  look(): void {
    const possible = this.#dtmf?.canInsertDTMF ?? false;
    if (possible === this.#wasPossible) return;
    this.#wasPossible = possible;
    this.#reports.onPossible(possible);
  }

  /** @throws MediaFailure when the other side takes no telephone events, or nothing is sent now */
  send(tones: string): void {
    const dtmf = this.#dtmf;
    if (dtmf === null || !dtmf.canInsertDTMF) {
      throw new MediaFailure('unavailable', 'Dialling tones cannot be sent in this call.');
    }
    if (this.#watched !== dtmf) {
      this.#watched = dtmf;
      dtmf.addEventListener('tonechange', ({ tone }) => {
        if (tone !== '') this.#reports.onTone(tone);
      });
    }
    dtmf.insertDTMF(dtmf.toneBuffer + tones, toneMs, gapMs);
  }

  get #dtmf(): RTCDTMFSender | null {
    const audio = this.#peer
      .getTransceivers()
      .find(({ receiver }) => receiver.track.kind === 'audio');
    return audio?.sender.dtmf ?? null;
  }
}
