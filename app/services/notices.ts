import type { Notice } from '../domain/app-state.ts';
import type { NoticeKey } from '../i18n/en/errors.ts';
import type { Random } from '../ports/random.ts';
import type { StateStore } from './state-store.ts';

const maxNotices = 5;

/** What the user should know, shown until dismissed. */
export class Notices {
  readonly #store: StateStore;
  readonly #random: Random;

  constructor(store: StateStore, random: Random) {
    this.#store = store;
    this.#random = random;
  }

  /** Shows a notice; the same text with the same values is shown once. */
  show(
    level: Notice['level'],
    messageKey: NoticeKey,
    values: Readonly<Record<string, string>> = {},
  ): void {
    const shown = this.#store.state.notices.some(
      (notice) =>
        notice.messageKey === messageKey &&
        JSON.stringify(notice.values) === JSON.stringify(values),
    );
    if (shown) return;
    const notice = { id: this.#random.uuid(), level, messageKey, values };
    this.#store.update((draft) => {
      draft.notices = [...draft.notices, notice].slice(-maxNotices);
    });
  }

  dismiss(id: string): void {
    this.#store.update((draft) => {
      draft.notices = draft.notices.filter((notice) => notice.id !== id);
    });
  }
}
