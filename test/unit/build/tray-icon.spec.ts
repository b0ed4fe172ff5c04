import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import {
  trayCallStates,
  trayIcon,
  trayPresences,
  trayStatesWithUnseen,
} from '../../../build/icons/tray-icon.ts';

test('every presence and call state has a picture of its own, even at 16 pixels', () => {
  const pictures = trayPresences.flatMap((presence) =>
    [
      ...trayCallStates.map((callState) => ({ callState, unseen: false })),
      ...trayStatesWithUnseen.map((callState) => ({ callState, unseen: true })),
    ].map(({ callState, unseen }) => {
      const icon = new Resvg(trayIcon(presence, callState, unseen), {
        fitTo: { mode: 'width', value: 16 },
      });
      return icon.render().pixels.toString('hex');
    }),
  );
  const states = trayCallStates.length + trayStatesWithUnseen.length;
  expect(new Set(pictures).size).toBe(trayPresences.length * states);
});
