import { createBridge } from './bridge/bridge.ts';
import { startMediaHost } from './media/start-media-host.ts';
import { startPage } from './start-page.tsx';

const bridge = createBridge(window.parley);

window.addEventListener('error', ({ message }) => bridge.reportError(message));
window.addEventListener('unhandledrejection', ({ reason }) => bridge.reportError(String(reason)));

const view = new URLSearchParams(window.location.search).get('view');
if (view === 'media') startMediaHost(bridge);
else startPage(bridge, view === 'ring' ? 'ring' : 'main');
