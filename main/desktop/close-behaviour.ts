import type { Event } from 'electron';
import type { AppState } from '../../app/domain/app-state.ts';

/** What closing the main window does. */
export type CloseDecision =
  /** Parley quits: let it close. */
  | 'close'
  | 'hide'
  /** The first time: hide, and say that Parley goes on. */
  | 'hide-and-tell'
  /** There is no tray to come back from: ask. */
  | 'ask';

export function decideClose(
  isQuitting: boolean,
  { environment, settings }: Pick<AppState, 'environment' | 'settings'>,
): CloseDecision {
  if (isQuitting) return 'close';
  if (!environment.hasTray) return 'ask';
  return settings.trayHintShown ? 'hide' : 'hide-and-tell';
}

/** What carries the decision out. */
export interface CloseSurface {
  hide(): void;
  /** Says once that Parley is still running, and remembers that it was said. */
  tellAboutTray(): void;
  /** The page asks: minimise, quit or cancel. */
  ask(): void;
}

export function handleClose(
  event: Pick<Event, 'preventDefault'>,
  decision: CloseDecision,
  surface: CloseSurface,
): void {
  if (decision === 'close') return;
  event.preventDefault();
  if (decision === 'ask') {
    surface.ask();
    return;
  }
  surface.hide();
  if (decision === 'hide-and-tell') surface.tellAboutTray();
}
