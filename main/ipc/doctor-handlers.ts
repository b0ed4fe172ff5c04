import type { DoctorRun } from '../../app/domain/doctor.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { CommandFailure } from '../../app/services/command-failure.ts';
import { doctorReport } from '../../app/services/doctor/doctor-report.ts';
import { type ReportMaker, reportJson, reportText } from '../doctor/report.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/** Where a report may go. */
export interface ReportPlaces {
  copy(text: string): void;
  /** Asks the user for a file; null when they would rather not. */
  chooseFile(): Promise<string | null>;
  write(file: string, content: string): Promise<void>;
}

/** The report of the doctor's run that is shown, out of Parley. */
export function doctorHandlers(
  shown: () => DoctorRun | null,
  maker: ReportMaker,
  translator: Translator,
  places: ReportPlaces,
): CommandHandlers {
  const report = () => {
    const run = shown();
    if (run === null) throw new CommandFailure('not-found', 'error.notPossibleNow');
    return doctorReport(run);
  };
  return {
    'doctor.copyReport': () => {
      places.copy(reportText(report(), maker, translator));
      return null;
    },
    'doctor.saveReport': async () => {
      // Of now: another run may have begun when the file is chosen.
      const chosen = report();
      const file = await places.chooseFile();
      if (file === null) return { saved: false };
      const form = file.toLowerCase().endsWith('.json') ? reportJson : reportText;
      try {
        await places.write(file, form(chosen, maker, translator));
      } catch (cause) {
        throw new CommandFailure('internal', 'error.reportNotSaved', {}, { cause });
      }
      return { saved: true };
    },
  };
}
