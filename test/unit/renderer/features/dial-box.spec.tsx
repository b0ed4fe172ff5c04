import { FluentProvider } from '@fluentui/react-components';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { expect, it } from 'vitest';
import { noStartActions, type StartActions } from '../../../../app/domain/app-state.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import type { Bridge } from '../../../../renderer/bridge/bridge.ts';
import { DialBox } from '../../../../renderer/features/dialing/dial-box.tsx';
import { BridgeProvider } from '../../../../renderer/store/commands.tsx';
import { mainStateReceived } from '../../../../renderer/store/main-state-slice.ts';
import { createStore } from '../../../../renderer/store/store.ts';
import { makeState } from '../make-call.ts';

/** Nothing is sent: the page is only drawn. */
const bridge: Bridge = {
  invoke: () => Promise.reject(new Error('not asked')),
  onMessage: () => () => undefined,
  reportError: () => undefined,
};

/** Whether each button of the dial box can be pressed, by its name. */
function buttons(offered: Partial<StartActions>) {
  const store = createStore();
  store.dispatch(mainStateReceived(makeState({ can: { ...noStartActions, ...offered } })));
  const { instance } = createTranslator('en');
  const markup = renderToStaticMarkup(
    <Provider store={store}>
      <I18nextProvider i18n={instance}>
        <BridgeProvider bridge={bridge}>
          <FluentProvider>
            <DialBox />
          </FluentProvider>
        </BridgeProvider>
      </I18nextProvider>
    </Provider>,
  );
  const found = [...markup.matchAll(/<button[^>]*aria-label="([^"]+)"[^>]*>/g)];
  return Object.fromEntries(
    found.map(([tag, name = '']) => [name, !/\sdisabled(?:=|\s|>)/.test(tag)]),
  );
}

it('61: where the server offers no link to start a call, its button is disabled', () => {
  const all = buttons({ startAudio: true, startAudioVideo: true, startChat: true });
  expect(all).toMatchObject({ Call: true, 'Video call': true, Chat: true });
  const audioOnly = buttons({ startAudio: true, startAudioVideo: false });
  expect(audioOnly).toMatchObject({ Call: true, 'Video call': false });
  const none = buttons({});
  expect(none).toMatchObject({ Call: false, 'Video call': false, Chat: false });
});
