import type { Text } from './text.ts';

/** One message of a past conversation. */
export interface Transcript extends Text {
  readonly id: string;
  readonly timeMs: number;
  /** Address of who wrote it. */
  readonly uri: string;
}

/** What is kept of a conversation that is over. */
export interface ConversationLog {
  readonly id: string;
  readonly creationMs: number;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly importance: string;
  readonly subject: string;
  readonly threadId: string;
  readonly onlineMeetingUri: string | undefined;
  readonly recipients: readonly { readonly uri: string; readonly name: string }[];
  status: 'Archived' | 'Missed';
  modalities: readonly string[];
  transcripts: readonly Transcript[];
  read: boolean;
}

/** Entries that are kept; the oldest go first. */
const maximumLogs = 1_000;

/** Past conversations of a user, newest first. */
export class ConversationLogs {
  /** The server's time in milliseconds since 1970. */
  readonly nowMs: () => number;
  #logs: readonly ConversationLog[] = [];

  constructor(nowMs: () => number) {
    this.nowMs = nowMs;
  }

  get all(): readonly ConversationLog[] {
    return this.#logs;
  }

  find(id: string | undefined): ConversationLog | undefined {
    return this.#logs.find((log) => log.id === id);
  }

  add(log: ConversationLog): void {
    this.#logs = [log, ...this.#logs].slice(0, maximumLogs);
  }

  remove(log: ConversationLog): void {
    this.#logs = this.#logs.filter((other) => other !== log);
  }
}
