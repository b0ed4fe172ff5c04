import type { PreferredAvailability } from '../../app/domain/presence.ts';
import type { WindowPlace } from '../../app/domain/window-place.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';

/** What choosing an entry of the menu does. */
export type TrayAction =
  | {
      readonly type:
        | 'open'
        | 'quit'
        | 'dial'
        | 'meetNow'
        | 'pauseAlerts'
        | 'resumeAlerts'
        | 'clearNote';
    }
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

export const trayEntry = (label: string, action: TrayAction): TrayActionEntry => ({
  type: 'action',
  label,
  action,
});
