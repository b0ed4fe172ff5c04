import { z } from 'zod';
import { shortcutNames } from '../domain/shortcuts.ts';
import type { WindowMessage } from './contract.ts';
import { quickDialResult } from './quick-dial-schemas.ts';

const mediaId = z.string().min(1).max(80);
const sdp = z.string();
const modality = z.enum(['audio', 'audioVideo']);

const patchOperation = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
});

const mediaRequest = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('createOffer'),
    mediaId,
    modality,
    videoSections: z.number().int().nonnegative(),
    cameraOn: z.boolean(),
  }),
  z.object({ method: z.literal('applyProvisionalAnswer'), mediaId, sdp }),
  z.object({ method: z.literal('applyAnswer'), mediaId, sdp }),
  z.object({ method: z.literal('createAnswer'), mediaId, sdp, modality }),
  z.object({ method: z.literal('createProvisionalAnswer'), mediaId, sdp }),
  z.object({
    method: z.literal('createReoffer'),
    mediaId,
    hold: z.boolean().nullable(),
    videoSections: z.number().int().nonnegative().nullable(),
  }),
  z.object({ method: z.literal('rollbackOffer'), mediaId }),
  z.object({ method: z.literal('answerReoffer'), mediaId, sdp }),
  z.object({ method: z.literal('setSending'), mediaId, audio: z.boolean(), video: z.boolean() }),
  z.object({ method: z.literal('sendTones'), mediaId, tones: z.string() }),
  z.object({ method: z.literal('close'), mediaId }),
]);

/** What a window receives on the message channel. */
export const windowMessageSchema: z.ZodType<WindowMessage> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('patch'),
    patch: z.object({
      sequence: z.number().int().nonnegative(),
      operations: z.array(patchOperation),
    }),
  }),
  z.object({
    type: z.literal('media'),
    requestId: z.number().int().nonnegative(),
    request: mediaRequest,
  }),
  z.object({ type: z.literal('shortcutPressed'), name: z.enum(shortcutNames) }),
  z.object({ type: z.literal('quickDialOpened') }),
  z.object({ type: z.literal('quickDialClipboard'), text: z.string() }),
  z.object({ type: z.literal('show'), result: quickDialResult }),
  z.object({ type: z.literal('askClose') }),
  z.object({
    type: z.literal('goTo'),
    place: z.union([
      z.object({ kind: z.enum(['settings', 'note', 'recents', 'chats']) }),
      z.object({
        kind: z.literal('conversation'),
        conversationId: z.string().min(1).max(64),
      }),
    ]),
  }),
  z.object({ type: z.literal('askReply'), callId: z.string().min(1).max(64) }),
]);
