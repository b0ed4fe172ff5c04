import type { CommandPayload } from '../../app/ipc/commands.ts';
import type { MediaRequest } from '../../app/ipc/contract.ts';
import { assertNever } from '../../app/util/assert-never.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { CallMedia } from './call-media.ts';
import { MediaFailure } from './media-failure.ts';

type MediaReply = CommandPayload<'media.reply'>['reply'];

/** Carries out one request of main and gives what it shall be told. Never rejects. */
const answerMediaRequest = async (media: CallMedia, request: MediaRequest): Promise<MediaReply> => {
  try {
    return { ok: true, ...(await carryOut(media, request)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = error instanceof MediaFailure ? error.reason : 'unavailable';
    return { ok: false, reason, message: message.slice(0, 1000) };
  }
};

const carryOut = async (
  media: CallMedia,
  request: MediaRequest,
): Promise<Omit<Extract<MediaReply, { ok: true }>, 'ok'>> => {
  const { mediaId } = request;
  switch (request.method) {
    case 'createOffer':
      return { sdp: await media.createOffer(mediaId, request.videoSections, request.cameraOn) };
    case 'applyProvisionalAnswer':
      await media.applyProvisionalAnswer(mediaId, request.sdp);
      return {};
    case 'applyAnswer':
      return media.applyAnswer(mediaId, request.sdp);
    case 'createProvisionalAnswer':
      return { sdp: await media.createProvisionalAnswer(mediaId, request.sdp) };
    case 'createAnswer':
      return { sdp: await media.createAnswer(mediaId, request.sdp, request.modality) };
    case 'createReoffer':
      return { sdp: await media.createReoffer(mediaId, request) };
    case 'rollbackOffer':
      await media.rollbackOffer(mediaId);
      return {};
    case 'answerReoffer':
      return media.answerReoffer(mediaId, request.sdp);
    case 'setSending':
      await media.setSending(mediaId, { audio: request.audio, video: request.video });
      return {};
    case 'sendTones':
      await media.sendTones(mediaId, request.tones);
      return {};
    case 'close': {
      const quality = await media.close(mediaId);
      return quality === null ? {} : { quality };
    }
    default:
      return assertNever(request);
  }
};

/** Answers a request of main through the bridge. */
export const handleMediaRequest = async (
  bridge: Bridge,
  media: CallMedia,
  requestId: number,
  request: MediaRequest,
): Promise<void> => {
  const reply = await answerMediaRequest(media, request);
  await bridge.invoke('media.reply', { requestId, reply });
};
