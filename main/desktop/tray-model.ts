import type { AppState } from '../../app/domain/app-state.ts';
import type { PreferredAvailability } from '../../app/domain/presence.ts';
import type { WindowPlace } from '../../app/domain/window-place.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';
import { callEntries } from './tray-call-entries.ts';
import { generalEntries } from './tray-general-entries.ts';
import { type TrayStatus, trayStatus } from './tray-status.ts';
import { unseenEntries } from './tray-unseen-entries.ts';

/** What choosing an entry of the menu does. */
export type TrayAction =
  | { readonly type: 'open' | 'quit' | 'dial' | 'meetNow' | 'pauseAlerts' | 'resumeAlerts' }
  | { readonly type: 'show'; readonly place: WindowPlace }
  | { readonly type: 'answer'; readonly callId: string; readonly modality: CallModality }
  | { readonly type: 'decline' | 'hangUp' | 'cancel' | 'hold' | 'resume'; readonly callId: string }
  | {
      readonly type: 'setSending';
      readonly callId: string;
      readonly audio: boolean;
      readonly video: boolean;
    }
  | { readonly type: 'call'; readonly to: string; readonly modality: CallModality }
  | { readonly type: 'setPresence'; readonly availability: PreferredAvailability };

export interface TrayActionEntry {
  readonly type: 'action';
  readonly label: string;
  readonly action: TrayAction;
  /** One of several, of which one is chosen; left out for everything else. */
  readonly checked?: boolean;
}

export type TrayEntry =
  | TrayActionEntry
  | { readonly type: 'separator' }
  | {
      readonly type: 'submenu';
      readonly label: string;
      readonly entries: readonly TrayActionEntry[];
    };

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
