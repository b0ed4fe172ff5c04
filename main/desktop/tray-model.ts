import type { AppState } from '../../app/domain/app-state.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { callEntries } from './tray-call-entries.ts';
import type { TrayEntry } from './tray-entry.ts';
import { generalEntries } from './tray-general-entries.ts';
import { type TrayStatus, trayStatus } from './tray-status.ts';
import { unseenEntries } from './tray-unseen-entries.ts';

/** Everything about the tray icon, as data. */
export interface TrayModel extends TrayStatus {
  readonly menu: readonly TrayEntry[];
}

/** The tray for a state: pure, so that it can be compared and tested. */
export function trayModel(state: AppState, translator: Translator): TrayModel {
  const parts = [
    callEntries(state, translator),
    unseenEntries(state, translator),
    ...generalEntries(state, translator),
  ];
  const menu = parts
    .filter((part) => part.length > 0)
    .flatMap((part): TrayEntry[] => [{ type: 'separator' }, ...part]);
  return { ...trayStatus(state, translator), menu: menu.slice(1) };
}
