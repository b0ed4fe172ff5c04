import { type MediaEngine, MediaError } from '../../app/ports/media-engine.ts';

const refuse = (): Promise<never> =>
  Promise.reject(new MediaError('unavailable', 'This colleague never takes a call'));

/** For colleagues who decline, or never answer. */
export const noMedia: MediaEngine = {
  createOffer: refuse,
  applyProvisionalAnswer: refuse,
  applyAnswer: refuse,
  createProvisionalAnswer: refuse,
  createAnswer: refuse,
  createReoffer: refuse,
  rollbackOffer: refuse,
  answerReoffer: refuse,
  setSending: refuse,
  sendTones: refuse,
  close: () => Promise.resolve(null),
  reports: { subscribe: () => () => undefined },
};
