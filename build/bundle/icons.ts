import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { programIcon } from '../icons/mark.ts';
import {
  trayCallStates,
  trayIcon,
  trayPresences,
  trayStatesWithUnseen,
  unseenIcon,
} from '../icons/tray-icon.ts';
import { distDir } from '../lib/paths.ts';

const programSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const traySizes = [16, 24];

/**
 * Draws every icon as PNG: `dist/icons/app/<size>x<size>.png` and
 * `dist/icons/tray/<presence>-<call state>[-unseen]-<size>.png`, the latter with a twin of double size
 * (`…@2x.png`) that Electron takes on dense screens.
 */
export async function drawIcons(): Promise<void> {
  const folder = join(distDir, 'icons');
  for (const size of programSizes) {
    await draw(programIcon(), size, join(folder, 'app', `${size}x${size}.png`));
  }
  await draw(unseenIcon(), 16, join(folder, 'badge', 'unseen-16.png'));
  await draw(unseenIcon(), 32, join(folder, 'badge', 'unseen-16@2x.png'));
  for (const presence of trayPresences) {
    for (const callState of trayCallStates) {
      const states = trayStatesWithUnseen.includes(callState) ? [false, true] : [false];
      for (const unseen of states) {
        const picture = trayIcon(presence, callState, unseen);
        for (const size of traySizes) {
          const state = `${presence}-${callState}${unseen ? '-unseen' : ''}`;
          const name = join(folder, 'tray', `${state}-${size}`);
          await draw(picture, size, `${name}.png`);
          await draw(picture, size * 2, `${name}@2x.png`);
        }
      }
    }
  }
}

async function draw(picture: string, size: number, file: string): Promise<void> {
  const image = new Resvg(picture, { fitTo: { mode: 'width', value: size } }).render();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, image.asPng());
}
