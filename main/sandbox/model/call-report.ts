/** What a client said of a call: how its media ended, or how good it was. */
export interface CallReport {
  readonly userUri: string;
  readonly conversationId: string;
  readonly kind: 'diagnostics' | 'feedback';
  readonly fields: Readonly<Record<string, string | undefined>>;
}
