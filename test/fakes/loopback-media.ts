import { randomUUID } from 'node:crypto';
import {
  type CallModality,
  type MediaChange,
  type MediaEngine,
  MediaError,
  type MediaErrorReason,
  type MediaQuality,
  type MediaReport,
  type OfferOptions,
} from '../../app/ports/media-engine.ts';
import { Emitter } from '../../app/util/emitter.ts';
import { MediaFailure } from '../../renderer/media/media-failure.ts';
import { isHold, offersVideo, toWebRtc } from '../../renderer/media/sdp-seam.ts';

const rethrow = (error: unknown): never => {
  throw error;
};

/** Stands for the network between the engines of one test: whoever knows whose SDP is connected. */
export class LoopbackNetwork {
  readonly #engines = new Map<
    string,
    { readonly engine: LoopbackMedia; readonly mediaId: string }
  >();

  register(ufrag: string, engine: LoopbackMedia, mediaId: string): void {
    this.#engines.set(ufrag, { engine, mediaId });
  }

  /** The answer reached the offerer: sound and picture flow both ways. */
  connect(offerer: LoopbackMedia, mediaId: string, answerSdp: string): void {
    const answerer = this.#engines.get(ufragOf(answerSdp));
    offerer.report({ type: 'connection', mediaId, state: 'connected' });
    answerer?.engine.report({
      type: 'connection',
      mediaId: answerer.mediaId,
      state: 'connected',
    });
  }
}

const ufragOf = (sdp: string): string => /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? '';

interface Line {
  videoSections: number;
  videoSectionsBefore: number;
  allVideoSections: number;
  provisionalAnswer: string | null;
  earlyUfrag: string | null;
  readonly ufrag: string;
  isConnected: boolean;
  hasOffered: boolean;
}

/**
 * A media engine without media: plausible SDP, and the reports of a connection that works. What the
 * other side sends goes through the seam of the real engine; unlike that one it answers keys with keys.
 */
export class LoopbackMedia implements MediaEngine {
  readonly reports = new Emitter<MediaReport>(rethrow);
  /** What was asked of it, in order, such as `createOffer audio`. */
  readonly asked: string[] = [];
  /** The offers of calls that it answered, as they came. */
  readonly offersAnswered: string[] = [];
  /** What happens while an answer is being made: devices take their time. */
  whileAnswering: () => Promise<void> = async () => undefined;
  /** What happens while a call is muted or unmuted. */
  whileMuting: (mediaId: string) => Promise<void> = async () => undefined;
  /** What every session was like, when it is closed. */
  quality: MediaQuality | null = null;
  /** Whether calls can be answered early. */
  answersEarly = true;
  readonly #network: LoopbackNetwork;
  readonly #lines = new Map<string, Line>();
  #failure: MediaErrorReason | null = null;

  constructor(network: LoopbackNetwork) {
    this.#network = network;
  }

  /** Calls whose media is open. */
  get openCalls(): readonly string[] {
    return [...this.#lines.keys()];
  }

  /** The next offer or answer fails for this reason. */
  failNext(reason: MediaErrorReason): void {
    this.#failure = reason;
  }

  report(report: MediaReport): void {
    const line = this.#lines.get(report.mediaId);
    if (line === undefined) return;
    if (report.type === 'connection') line.isConnected = report.state === 'connected';
    this.reports.emit(report);
  }

  async createOffer(
    mediaId: string,
    modality: CallModality,
    { videoSections = 1 }: OfferOptions = {},
  ): Promise<string> {
    this.asked.push(`createOffer ${modality}`);
    this.#failIfAsked();
    return sdpOf(this.#open(mediaId, modality === 'audio' ? 0 : videoSections), 'sendrecv');
  }

  async createAnswer(mediaId: string, offerSdp: string, modality: CallModality): Promise<string> {
    this.asked.push(`createAnswer ${modality}`);
    this.#failIfAsked();
    const offer = readRemote(offerSdp);
    this.offersAnswered.push(offerSdp);
    const early = this.#lines.get(mediaId)?.provisionalAnswer ?? null;
    if (early !== null) {
      await this.whileAnswering();
      return early;
    }
    // As the real engine: offered video is taken, with black where the camera stays off.
    const line = this.#open(mediaId, offersVideo(offer) ? 1 : 0);
    await this.whileAnswering();
    return withKeysFor(offer, sdpOf(line, 'sendrecv'));
  }

  async applyAnswer(mediaId: string, answerSdp: string) {
    this.asked.push('applyAnswer');
    const answer = readRemote(answerSdp);
    const line = this.#require(mediaId);
    line.hasOffered = false;
    if (!isHold(answer)) line.videoSections = offersVideo(answer) ? line.videoSections : 0;
    const early = line.earlyUfrag;
    line.earlyUfrag = null;
    const isElsewhere = early !== null && early !== ufragOf(answerSdp);
    if (!line.isConnected) this.#network.connect(this, mediaId, answerSdp);
    return { video: line.videoSections > 0, isElsewhere };
  }

  async createProvisionalAnswer(mediaId: string, offerSdp: string): Promise<string> {
    this.asked.push('createProvisionalAnswer');
    if (!this.answersEarly) throw new MediaError('unavailable', 'As the test asked');
    const offer = readRemote(offerSdp);
    const line = this.#open(mediaId, offersVideo(offer) ? 1 : 0);
    line.provisionalAnswer = withKeysFor(offer, sdpOf(line, 'sendrecv'));
    return line.provisionalAnswer;
  }

  async applyProvisionalAnswer(mediaId: string, answerSdp: string): Promise<void> {
    this.asked.push('applyProvisionalAnswer');
    readRemote(answerSdp);
    this.#require(mediaId).earlyUfrag = ufragOf(answerSdp);
  }

  async createReoffer(mediaId: string, change: MediaChange): Promise<string> {
    const { hold, videoSections } = change;
    if (hold !== undefined) this.asked.push(`createReoffer ${hold ? 'hold' : 'resume'}`);
    if (videoSections !== undefined) this.asked.push(`createReoffer video ${videoSections}`);
    this.#failIfAsked();
    const line = this.#require(mediaId);
    if (line.hasOffered) throw new MediaError('unavailable', 'An offer is open already');
    line.hasOffered = true;
    line.videoSectionsBefore = line.videoSections;
    line.videoSections = videoSections ?? line.videoSections;
    return sdpOf(line, hold === true ? 'inactive' : 'sendrecv');
  }

  async rollbackOffer(mediaId: string): Promise<void> {
    this.asked.push('rollbackOffer');
    const line = this.#require(mediaId);
    line.hasOffered = false;
    line.videoSections = line.videoSectionsBefore;
  }

  async answerReoffer(mediaId: string, offerSdp: string) {
    this.asked.push('answerReoffer');
    const offer = readRemote(offerSdp);
    const line = this.#require(mediaId);
    if (line.hasOffered) throw new MediaError('unavailable', 'An offer of this side is open');
    const remoteHold = isHold(offer);
    if (!remoteHold) line.videoSections = offersVideo(offer) ? 1 : 0;
    const answer = sdpOf(line, remoteHold ? 'inactive' : 'sendrecv');
    const video = line.videoSections > 0;
    return { answerSdp: withKeysFor(offer, answer), remoteHold, video };
  }

  async setSending(mediaId: string, sending: { audio: boolean; video: boolean }): Promise<void> {
    this.#require(mediaId);
    this.asked.push(`setSending audio ${sending.audio} video ${sending.video}`);
    await this.whileMuting(mediaId);
  }

  async sendTones(mediaId: string, tones: string): Promise<void> {
    this.#require(mediaId);
    this.asked.push(`sendTones ${tones}`);
    for (const tone of tones) this.report({ type: 'toneSent', mediaId, tone });
  }

  async close(mediaId: string): Promise<MediaQuality | null> {
    if (!this.#lines.delete(mediaId)) return null;
    this.asked.push('close');
    return this.quality;
  }

  #open(mediaId: string, videoSections: number): Line {
    const ufrag = randomUUID().slice(0, 8);
    const line: Line = {
      videoSections,
      videoSectionsBefore: videoSections,
      allVideoSections: 0,
      provisionalAnswer: null,
      earlyUfrag: null,
      ufrag,
      isConnected: false,
      hasOffered: false,
    };
    this.#lines.set(mediaId, line);
    this.#network.register(ufrag, this, mediaId);
    return line;
  }

  #require(mediaId: string): Line {
    const line = this.#lines.get(mediaId);
    if (line === undefined) throw new MediaError('unavailable', 'The call has no media');
    return line;
  }

  #failIfAsked(): void {
    const reason = this.#failure;
    this.#failure = null;
    if (reason !== null) throw new MediaError(reason, 'As the test asked');
  }
}

/** What an engine gets to see of an SDP of the other side. */
function readRemote(sdp: string): string {
  try {
    return toWebRtc(sdp);
  } catch (error) {
    if (error instanceof MediaFailure) throw new MediaError(error.reason, error.message);
    throw error;
  }
}

/** Answers an offer that has a key with its profile, its tag and a key of our own (RFC 4568). */
function withKeysFor(offer: string, answer: string): string {
  const [, profile] = /^m=audio \d+ (RTP\/SAVPF?) /m.exec(offer) ?? [];
  const [, tag] = /^a=crypto:(\d+) /m.exec(offer) ?? [];
  if (profile === undefined || tag === undefined) return answer;
  const key = `a=crypto:${tag} AES_CM_128_HMAC_SHA1_80 inline:${'k'.repeat(40)}|2^31\r\n`;
  return answer.replace(/^(m=audio \d+ )\S+ (.*\r\n)/m, `$1${profile} $2${key}`);
}

function sdpOf(line: Line, direction: 'sendrecv' | 'inactive'): string {
  const { ufrag, videoSections } = line;
  // A section that was there once stays, inactive (RFC 3264, 8).
  line.allVideoSections = Math.max(line.allVideoSections, videoSections);
  const stream = (kind: string, codecs: string, own: string = direction): string[] => [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${codecs}`,
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${ufrag}`,
    'a=ice-pwd:0123456789abcdef01234567',
    'a=rtcp-mux',
    `a=${own}`,
  ];
  const flowing = (index: number): string => (index === 0 ? 'sendrecv' : 'recvonly');
  const video = Array.from({ length: line.allVideoSections }, (_, index) =>
    stream(
      'video',
      '96',
      index < videoSections && direction !== 'inactive' ? flowing(index) : 'inactive',
    ),
  ).flat();
  const head = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=session', 't=0 0'];
  return [...head, ...stream('audio', '9 0 8'), ...video, ''].join('\r\n');
}
