import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { createTranslator } from '../app/i18n/translator.ts';
import type { Bridge } from './bridge/bridge.ts';
import { QuickDial } from './features/quick-dial/quick-dial.tsx';
import { RingWindow } from './features/ringing/ring-window.tsx';
import { MainWindow } from './features/shell/main-window.tsx';
import { Root } from './features/shell/root.tsx';
import { CallMedia } from './media/call-media.ts';
import { Headset } from './media/headset/headset.ts';
import { HeadsetProvider } from './media/headset/headset-context.tsx';
import { MediaProvider } from './media/media-context.tsx';
import { CallTones, progressTones, ringTones } from './media/tones/call-tones.ts';
import { TonePlayer } from './media/tones/tone-player.ts';
import { TonesProvider } from './media/tones/tones-context.tsx';
import { startWindow } from './start-window.ts';
import { BridgeProvider } from './store/commands.tsx';
import { createPeoplePhotos } from './store/people-photos.ts';
import { createStore } from './store/store.ts';
import { PhotosProvider } from './ui/photos-context.tsx';

/** The windows that show something. */
export type FacedView = 'main' | 'ring' | 'ringCopy' | 'quickDial';

const contents: Readonly<Record<FacedView, ComponentType>> = {
  main: MainWindow,
  ring: RingWindow,
  ringCopy: RingWindow,
  quickDial: QuickDial,
};

/** Who makes the tones of calls heard: what rings, the ring window; what the user started, the main one. */
const tonesOf = {
  main: progressTones,
  ring: ringTones,
  ringCopy: null,
  quickDial: null,
} as const;

/** Starts a window with a face: the main window, the ring window or the quick dial. */
export function startPage(bridge: Bridge, view: FacedView): void {
  const store = createStore();
  const photos = createPeoplePhotos(bridge, store);
  const tones = new TonePlayer();
  const { instance: i18n } = createTranslator(navigator.language);
  // The media of calls live in the main window alone.
  const media =
    view === 'main' ? new CallMedia((report) => void bridge.invoke('media.report', report)) : null;
  const { hid } = navigator;
  const headset =
    view === 'main' && hid !== undefined
      ? new Headset(
          hid,
          (press) => void bridge.invoke('headset.press', { press }),
          bridge.reportError,
        )
      : null;
  const chooseTone = tonesOf[view];
  if (media !== null) {
    navigator.mediaDevices.addEventListener('devicechange', () => {
      // What is there now may still be no microphone.
      media.devicesChanged().catch(() => undefined);
    });
  }
  startWindow({
    bridge,
    store,
    tones,
    media,
    headset,
    callTones: chooseTone === null ? null : new CallTones(tones, chooseTone),
  });
  const Content = contents[view];
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element.');
  createRoot(root).render(
    <StrictMode>
      <Provider store={store}>
        <I18nextProvider i18n={i18n}>
          <BridgeProvider bridge={bridge}>
            <TonesProvider tones={tones}>
              <MediaProvider media={media}>
                <HeadsetProvider headset={headset}>
                  <PhotosProvider photos={photos}>
                    <Root>
                      <Content />
                    </Root>
                  </PhotosProvider>
                </HeadsetProvider>
              </MediaProvider>
            </TonesProvider>
          </BridgeProvider>
        </I18nextProvider>
      </Provider>
    </StrictMode>,
  );
}
