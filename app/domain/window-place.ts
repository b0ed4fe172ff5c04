/** A part of the main window that the desktop can lead to. */
export type WindowPlace =
  | { readonly kind: 'settings' | 'note' | 'recents' | 'chats' }
  | { readonly kind: 'conversation'; readonly conversationId: string };
