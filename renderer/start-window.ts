import type { AppState } from '../app/domain/app-state.ts';
import { sameAlerts } from '../app/domain/current-alerts.ts';
import { assertNever } from '../app/util/assert-never.ts';
import type { Bridge } from './bridge/bridge.ts';
import type { CallMedia } from './media/call-media.ts';
import type { Headset } from './media/headset/headset.ts';
import { handleMediaRequest } from './media/media-requests.ts';
import type { CallTones } from './media/tones/call-tones.ts';
import type { Tones } from './media/tones/tone-player.ts';
import { connectMain } from './store/connect-main.ts';
import { quickDialOffered, quickDialOpened } from './store/quick-dial-slice.ts';
import { showQuickDialResult } from './store/show-quick-dial-result.ts';
import type { Store } from './store/store.ts';
import { dialogOpened, placeAsked, replyRequested, shortcutPressed } from './store/view-slice.ts';

export interface WindowParts {
  readonly bridge: Bridge;
  readonly store: Store;
  readonly tones: Tones;
  /** Null in a window that reads no headset. */
  readonly headset: Headset | null;
  /** Null in a window that sounds no calls. */
  readonly callTones: CallTones | null;
  /** Null in a window that carries no media. */
  readonly media: CallMedia | null;
}

/** Joins a window's parts: main's messages to store and media, the state to tones and devices. */
export const startWindow = ({
  bridge,
  store,
  tones,
  callTones,
  media,
  headset,
}: WindowParts): void => {
  let previous: AppState | null = null;
  store.subscribe(() => {
    const state = store.getState().mainState;
    if (state === null || state === previous) return;
    if (!sameAlerts(previous, state)) callTones?.update(state);
    if (state.calls !== previous?.calls || state.settings.headset !== previous?.settings.headset) {
      headset?.update(state);
    }
    const { microphoneId, cameraId, speakerId } = state.settings;
    const before = previous?.settings;
    previous = state;
    if (state.settings === before) return;
    tones.setSpeaker(speakerId);
    media
      ?.setDevices({ microphoneId, cameraId, speakerId })
      .catch((error: unknown) => bridge.reportError(`Devices: ${String(error)}`));
  });

  connectMain(bridge, store, (message) => {
    switch (message.type) {
      case 'media':
        if (media !== null) {
          void handleMediaRequest(bridge, media, message.requestId, message.request);
        }
        break;
      case 'shortcutPressed':
        store.dispatch(shortcutPressed(message.name));
        break;
      case 'quickDialOpened':
        store.dispatch(quickDialOpened());
        break;
      case 'quickDialClipboard':
        store.dispatch(quickDialOffered(message.text));
        break;
      case 'show':
        showQuickDialResult(store.dispatch, message.result);
        break;
      case 'goTo':
        store.dispatch(placeAsked(message.place));
        break;
      case 'askReply':
        store.dispatch(replyRequested(message.callId));
        break;
      case 'askClose':
        store.dispatch(dialogOpened('close'));
        break;
      default:
        assertNever(message);
    }
  });
  // Only now: whoever says so must be listening.
  if (media !== null) void bridge.invoke('media.ready', undefined);
};
