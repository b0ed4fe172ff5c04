import { personKey } from '../../app/domain/person.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { Photos } from '../ui/photos-context.tsx';
import type { Store } from './store.ts';

/** How many photos a window keeps; those that are shown are asked for again. */
const maxPhotos = 300;

/**
 * The photos of the signed-in user and their contacts, asked of main once when one is to be shown.
 * Nobody is asked for before they are known: main has no address of their photo either.
 */
export function createPeoplePhotos(bridge: Bridge, store: Store): Photos {
  const photos = new Map<string, string | null>();
  const listeners = new Set<() => void>();
  let me: string | null = null;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const ask = async (uri: string, key: string): Promise<void> => {
    photos.set(key, null);
    const asker = me;
    const reply = await bridge.invoke('people.photo', { uri });
    if (!reply.ok || reply.value.photo === null || asker !== me) return;
    photos.set(key, reply.value.photo);
    const [oldest] = photos.keys();
    if (photos.size > maxPhotos && oldest !== undefined) photos.delete(oldest);
    tell();
  };
  const isKnown = (key: string): boolean => {
    const state = store.getState().mainState;
    return state !== null && (state.people[key] !== undefined || me === key);
  };
  // Whoever signs in next sees nothing of those before, and people may have become known.
  let known: unknown = null;
  store.subscribe(() => {
    const state = store.getState().mainState;
    const next = state?.me == null ? null : personKey(state.me.uri);
    if (next !== me) photos.clear();
    else if (state?.people === known) return;
    me = next;
    known = state?.people;
    tell();
  });
  return {
    photo: (uri) => {
      const key = personKey(uri);
      const photo = photos.get(key);
      if (photo !== undefined) return photo;
      if (isKnown(key)) void ask(uri, key);
      return null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
