import { createBridge } from './bridge/bridge.ts';
import { startMediaHost } from './media/start-media-host.ts';
import { type FacedView, startPage } from './start-page.tsx';

const bridge = createBridge(window.parley);

window.addEventListener('error', ({ message }) => bridge.reportError(message));
window.addEventListener('unhandledrejection', ({ reason }) => bridge.reportError(String(reason)));

const faces: Readonly<Record<string, FacedView>> = {
  ring: 'ring',
  ringCopy: 'ringCopy',
  'quick-dial': 'quickDial',
};
const view = new URLSearchParams(window.location.search).get('view');
if (view === 'media') startMediaHost(bridge);
else startPage(bridge, faces[view ?? ''] ?? 'main');
