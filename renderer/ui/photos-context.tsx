import {
  createContext,
  type PropsWithChildren,
  use,
  useCallback,
  useSyncExternalStore,
} from 'react';

/** Where avatars get the photos of people from. */
export interface Photos {
  /** An address that an image may have; null while there is none. Asking has it fetched. */
  photo(uri: string): string | null;
  /** Calls `listener` when a photo came. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

const noPhotos: Photos = { photo: () => null, subscribe: () => () => undefined };

const PhotosContext = createContext<Photos>(noPhotos);

/** Without one, everybody is shown by their initials. */
export function PhotosProvider({ photos, children }: PropsWithChildren<{ photos: Photos }>) {
  return <PhotosContext value={photos}>{children}</PhotosContext>;
}

/** The photo of somebody; null without one or without an address. */
export const usePhoto = (uri: string | undefined): string | null => {
  const photos = use(PhotosContext);
  const read = useCallback(
    () => (uri === undefined || uri === '' ? null : photos.photo(uri)),
    [photos, uri],
  );
  return useSyncExternalStore(photos.subscribe, read);
};
