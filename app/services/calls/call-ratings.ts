import type { MediaQuality, StreamQuality } from '../../ports/media-engine.ts';
import { publishCallQuality } from '../../ucwa/requests/media-feedback.ts';
import { readAudioVideoSession } from '../../ucwa/resources/audio-video-session.ts';
import { CommandFailure } from '../command-failure.ts';
import type { CallContext } from './call-context.ts';

/** What the user says about calls that are over. */
export class CallRatings {
  readonly #context: CallContext;

  constructor(context: CallContext) {
    this.#context = context;
  }

  /**
   * Sends `stars`, from 1 to 5, with what the media was like. Once for each call; what the server does
   * not take can be sent again.
   */
  async rate(callId: string, stars: number): Promise<void> {
    const { board, registry, server } = this.#context;
    const record = registry.get(callId);
    const session = record?.session ?? null;
    if (record === null || session === null || board.get(callId)?.can.rate !== true) {
      throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    }
    // At once, so that a second tap sends nothing.
    board.apply(callId, { type: 'rated', stars });
    const { remoteEndpoint } = readAudioVideoSession(session);
    const sending = publishCallQuality(server.require().client, session, {
      ...(remoteEndpoint === null ? {} : { mediaEndpoint: remoteEndpoint }),
      mediaQualityOfExperience: describeQuality(stars, record.quality),
    });
    await sending.catch((error: unknown) => {
      this.#context.logger.info('A rating was not taken', { callId, error });
      board.apply(callId, { type: 'rated', stars: null });
      throw new CommandFailure('server', 'error.ratingNotTaken', {}, { cause: error });
    });
  }
}

/**
 * What is sent as `mediaQualityOfExperience`, whose content no documentation says: `name=value` pairs
 * that a person or a script can read, such as `rating=4;roundTripMs=12;audioCodec=opus`.
 */
export function describeQuality(stars: number, quality: MediaQuality | null): string {
  const { audio = null, video = null, roundTripMs = null } = quality ?? {};
  const pairs = [
    ['rating', stars],
    ['roundTripMs', roundTripMs],
    ...pairsOf('audio', audio),
    ...pairsOf('video', video),
    ['pictureSize', video?.picture == null ? null : sizeOf(video.picture)],
  ] as const;
  return pairs.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join(';');
}

const sizeOf = ({ width, height }: NonNullable<StreamQuality['picture']>): string =>
  `${width}x${height}`;

function pairsOf(
  kind: string,
  stream: StreamQuality | null,
): readonly (readonly [string, string | number | null])[] {
  if (stream === null) return [];
  return [
    [`${kind}Codec`, stream.codec],
    [`${kind}JitterMs`, stream.jitterMs],
    [`${kind}LossPercent`, lossPercent(stream)],
  ];
}

/** Null when nothing was expected. */
function lossPercent({ packetsLost, packetsReceived }: StreamQuality): number | null {
  const lost = Math.max(0, packetsLost);
  const expected = lost + packetsReceived;
  return expected === 0 ? null : Math.round((lost / expected) * 1000) / 10;
}
