import { dialog } from 'electron';
import type { Translator } from '../../app/i18n/translator.ts';

/** Has the user choose one of several headsets by its name; null when they want none. */
export async function askWhichHeadset(
  names: readonly string[],
  { translate }: Translator,
): Promise<number | null> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Parley',
    message: translate('settings.headsetWhich'),
    buttons: [...names, translate('settings.headsetCancel')],
    cancelId: names.length,
    noLink: true,
  });
  return response < names.length ? response : null;
}
