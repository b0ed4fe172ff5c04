import { type DoctorResult, doctorSteps, doctorVerdict } from '../../../app/domain/doctor.ts';
import type { Translator } from '../../../app/i18n/translator.ts';
import { remarkText } from '../report.ts';

/** A step in one line: how it went, what it is, what was seen first. */
export function lineOf({ step, status, findings }: DoctorResult, translator: Translator): string {
  const { translate } = translator;
  const titles = doctorSteps.map((each) => translate(`doctor.step.${each}`).length);
  const [first] = findings;
  return [
    translate(`doctor.status.${status}`).padEnd(9),
    translate(`doctor.step.${step}`).padEnd(Math.max(...titles) + 2),
    first === undefined ? '' : remarkText(first, translator),
  ]
    .join('')
    .trimEnd();
}

/** What it comes to, and what to do next. */
export function conclusion(
  results: readonly DoctorResult[],
  isCancelled: boolean,
  translator: Translator,
): string {
  const { translate } = translator;
  const verdict = translate(`doctor.verdict.${isCancelled ? 'cancelled' : doctorVerdict(results)}`);
  const advices = results.flatMap(({ step, advice }) =>
    advice === null
      ? []
      : `- ${translate(`doctor.step.${step}`)}: ${remarkText(advice, translator)}`,
  );
  const next = advices.length === 0 ? [] : ['', `${translate('doctor.next')}:`, ...advices];
  return ['', verdict, ...next].join('\n');
}
