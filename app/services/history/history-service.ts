import { castDraft } from 'immer';
import { mergeRemembered } from '../../domain/history.ts';
import type { Logger } from '../../ports/logger.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { readConversationLogs } from './conversation-logs.ts';
import { rememberedLine } from './remembered-line.ts';

/** How many of the newest conversations the server is asked for. */
const maxRemembered = 50;

/**
 * What the server remembers of chats, calls and meetings, in the history beside what Parley saw
 * itself: read at the beginning, and again whenever events were lost.
 */
export class HistoryService implements SessionPart {
  readonly #store: StateStore;
  readonly #logger: Logger;
  #application: UcwaApplication | null = null;
  #isGap = false;

  constructor(store: StateStore, logger: Logger) {
    this.#store = store;
    this.#logger = logger.scoped('history');
  }

  /** Nothing waits for the history. */
  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    void this.#read(application);
  }

  handle(event: UcwaApplicationEvent): void {
    if (event.type === 'resynced' || event.type === 'recreated') this.#isGap = true;
    if (event.type !== 'refreshed' || !this.#isGap || this.#application === null) return;
    this.#isGap = false;
    void this.#read(this.#application);
  }

  close(): void {
    this.#application = null;
    this.#isGap = false;
  }

  async #read(application: UcwaApplication): Promise<void> {
    const logs = await readConversationLogs(application, maxRemembered, this.#logger);
    if (logs.length === 0 || application !== this.#application) return;
    const { people, recents } = this.#store.state;
    const remembered = logs.flatMap((log) => rememberedLine(log, people) ?? []);
    const merged = mergeRemembered(recents, remembered);
    this.#store.update((draft) => {
      draft.recents = castDraft([...merged]);
    });
  }
}
