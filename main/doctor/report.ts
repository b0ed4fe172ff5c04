import type { DoctorRemark, DoctorResult } from '../../app/domain/doctor.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { DoctorReport } from '../../app/services/doctor/doctor-report.ts';

/** What made the report. */
export interface ReportMaker {
  readonly parley: string;
  /** Such as `Electron 45.4.1, Chromium 140.0`. */
  readonly runtime: string;
  /** Such as `linux 6.1.0 x64`. */
  readonly system: string;
}

/** A remark as people read it. Texts that the catalogue does not have are shown by their key. */
export function remarkText({ messageKey, values }: DoctorRemark, translator: Translator): string {
  return translator.translateData(messageKey, values) ?? messageKey;
}

/** The report as text, for a mail to an administrator. */
export function reportText(
  report: DoctorReport,
  maker: ReportMaker,
  translator: Translator,
): string {
  const { translate } = translator;
  const head = [
    translate('doctor.report.title'),
    '',
    translate('doctor.report.made', { at: report.startedAt }),
    translate('doctor.report.by', { ...maker }),
    translate('doctor.report.address', { address: report.address }),
    ...(report.discoveryHost === null
      ? []
      : [translate('doctor.report.discovery', { host: report.discoveryHost })]),
    translate('doctor.report.verdict', {
      verdict: translate(`doctor.verdict.${report.isComplete ? report.verdict : 'cancelled'}`),
    }),
  ];
  const steps = report.results.map((result) => stepText(result, translator));
  return `${[...head, ...steps, '', translate('doctor.report.masked')].join('\n')}\n`;
}

function stepText(result: DoctorResult, translator: Translator): string {
  const { step, status, findings, advice, durationMs } = result;
  const { translate } = translator;
  const heading = translate('doctor.report.step', {
    step: translate(`doctor.step.${step}`),
    status: translate(`doctor.status.${status}`),
    milliseconds: String(durationMs),
  });
  const lines = findings.map((each) => `  - ${remarkText(each, translator)}`);
  const next = advice === null ? [] : [`  > ${remarkText(advice, translator)}`];
  return ['', heading, ...lines, ...next].join('\n');
}

/** The report for programs: keys and values beside the text. */
export function reportJson(
  report: DoctorReport,
  maker: ReportMaker,
  translator: Translator,
): string {
  const told = (each: DoctorRemark) => ({ ...each, text: remarkText(each, translator) });
  const results = report.results.map(({ findings, advice, ...result }) => ({
    ...result,
    findings: findings.map(told),
    advice: advice === null ? null : told(advice),
  }));
  return `${JSON.stringify({ maker, ...report, results }, null, 2)}\n`;
}
