import type { AppState } from '../../app/domain/app-state.ts';
import type { Recent } from '../../app/domain/history.ts';
import { personKey } from '../../app/domain/person.ts';
import { preferredAvailabilities } from '../../app/domain/presence.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { type TrayActionEntry, type TrayEntry, trayEntry } from './tray-entry.ts';

const mostRecents = 5;

/** What can always be asked for, part by part: open and quit are never missing. */
export function generalEntries(
  state: AppState,
  translator: Translator,
): readonly (readonly TrayEntry[])[] {
  const { translate } = translator;
  const settings = trayEntry(translate('tray.settings'), {
    type: 'show',
    place: { kind: 'settings' },
  });
  const isSignedIn = state.session.phase === 'online' && state.me !== null;
  return [
    [trayEntry(translate('tray.open'), { type: 'open' })],
    isSignedIn ? callingEntries(state, translator) : [],
    isSignedIn
      ? [
          ...presenceEntries(state, translator),
          ...noteEntries(state, translator),
          pauseEntry(state, translator),
          settings,
        ]
      : [],
    [trayEntry(translate('tray.quit'), { type: 'quit' })],
  ];
}

function callingEntries(state: AppState, translator: Translator): TrayEntry[] {
  const { translate } = translator;
  const { startAudio, startMeeting } = state.can;
  return [
    ...(startAudio ? [trayEntry(translate('tray.dial'), { type: 'dial' })] : []),
    ...(startMeeting ? [trayEntry(translate('tray.meetNow'), { type: 'meetNow' })] : []),
    ...(startAudio ? recentEntries(state.recents, translator) : []),
  ];
}

/** The people of the last calls, each once. */
function recentEntries(recents: readonly Recent[], { translate }: Translator): TrayEntry[] {
  const people = new Map<string, TrayActionEntry>();
  for (const { type, remote } of recents) {
    if (type !== 'call') continue;
    const key = personKey(remote.uri);
    if (remote.uri === '' || people.has(key)) continue;
    people.set(key, trayEntry(remote.name, { type: 'call', to: remote.uri, modality: 'audio' }));
    if (people.size === mostRecents) break;
  }
  if (people.size === 0) return [];
  return [{ type: 'submenu', label: translate('tray.recents'), entries: [...people.values()] }];
}

function presenceEntries({ me }: AppState, { translate }: Translator): TrayEntry[] {
  if (me === null || !me.canSetPresence) return [];
  const entries = preferredAvailabilities.map((availability) => ({
    ...trayEntry(translate(`presence.preferred.${availability}`), {
      type: 'setPresence',
      availability,
    }),
    checked: availability === me.presence.availability,
  }));
  return [{ type: 'submenu', label: translate('tray.presence'), entries }];
}

function noteEntries({ ownNote }: AppState, { translate }: Translator): TrayEntry[] {
  if (ownNote === null) return [];
  const write = trayEntry(translate('tray.note'), { type: 'show', place: { kind: 'note' } });
  return ownNote === ''
    ? [write]
    : [write, trayEntry(translate('tray.clearNote'), { type: 'clearNote' })];
}

const pauseEntry = ({ alertsPausedUntil }: AppState, { translate }: Translator): TrayEntry =>
  alertsPausedUntil === null
    ? trayEntry(translate('tray.pauseAlerts'), { type: 'pauseAlerts' })
    : trayEntry(translate('tray.resumeAlerts'), { type: 'resumeAlerts' });
