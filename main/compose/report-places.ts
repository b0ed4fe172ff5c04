import { writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { clipboard, dialog } from 'electron';
import type { Environment } from '../../app/domain/app-state.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { ReportMaker } from '../doctor/report.ts';
import type { ReportPlaces } from '../ipc/doctor-handlers.ts';

/** What an administrator wants to know of the program that made a report. */
export function reportMaker(environment: Environment): ReportMaker {
  const { parleyVersion, electronVersion, chromiumVersion } = environment;
  return {
    parley: parleyVersion,
    runtime: `Electron ${electronVersion}, Chromium ${chromiumVersion}`,
    system: `${process.platform} ${release()} ${process.arch}`,
  };
}

/** The clipboard, and files by the system's own dialog. */
export function reportPlaces({ translate }: Translator, folder: string): ReportPlaces {
  return {
    copy: (text) => clipboard.writeText(text),
    chooseFile: async () => {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: translate('doctor.save'),
        defaultPath: join(folder, 'parley-sign-in-check.txt'),
        filters: [
          { name: translate('doctor.report.textFiles'), extensions: ['txt'] },
          { name: 'JSON', extensions: ['json'] },
        ],
      });
      return canceled || filePath === undefined || filePath === '' ? null : filePath;
    },
    write: (file, content) => writeFile(file, content),
  };
}
