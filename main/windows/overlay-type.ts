/** The kind of window that each system keeps out of its task bar and still gives the keyboard. */
export const overlayTypes = { linux: 'splash', win32: 'toolbar', darwin: 'panel' } as const;

export type OverlayPlatform = keyof typeof overlayTypes;
