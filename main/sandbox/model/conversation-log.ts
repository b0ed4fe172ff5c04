/** A conversation of the past, as the server remembers it for one user. */
export interface ConversationLog {
  readonly id: string;
  readonly type: 'AudioLog' | 'VideoLog' | 'MessageLog' | 'ConferenceLog';
  readonly status: 'Missed';
  readonly modalities: readonly string[];
  readonly from: { readonly uri: string; readonly name: string };
  readonly createdMs: number;
  readonly importance: string;
  readonly subject: string;
  readonly threadId: string;
  /** The first words, of a chat. */
  readonly previewMessage: string | undefined;
  isRead: boolean;
}
