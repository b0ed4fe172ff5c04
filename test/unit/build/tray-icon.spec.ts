import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { trayCallStates, trayIcon, trayPresences } from '../../../build/icons/tray-icon.ts';

test('every presence and call state has a picture of its own, even at 16 pixels', () => {
  const pictures = trayPresences.flatMap((presence) =>
    trayCallStates.map((callState) => {
      const icon = new Resvg(trayIcon(presence, callState), {
        fitTo: { mode: 'width', value: 16 },
      });
      return icon.render().pixels.toString('hex');
    }),
  );
  expect(new Set(pictures).size).toBe(trayPresences.length * trayCallStates.length);
});
