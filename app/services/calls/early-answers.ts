import { link } from '../../ucwa/hypermedia/links.ts';
import { sendProvisionalAnswer } from '../../ucwa/requests/answer-invitation.ts';
import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';
import { requireEncryption } from './encryption-policy.ts';

/** The ring comes first: toast, window and sound have the machine for themselves that long. */
const headStartMs = 250;

/**
 * Answers incoming calls provisionally while they ring, where the server offers it: the ways between the
 * two are found and the keys exchanged by the time the user answers, so that both hear each other at once.
 * No device is opened and nothing is sent. A ringing call never hears of what goes wrong here.
 */
export class EarlyAnswers {
  readonly #context: CallContext;

  constructor(context: CallContext) {
    this.#context = context;
  }

  /** To be called when the call rings; returns at once. */
  prepare(record: CallRecord): void {
    const { invitation, offer } = record;
    if (offer === null || invitation === null) return;
    if (link(invitation, 'sendProvisionalAnswer') === null) return;
    this.#context.clock.after(headStartMs, () => {
      this.#answer(record, offer.sdp).catch((error: unknown) => {
        this.#context.logger.info('A call is not answered early', { callId: record.id, error });
      });
    });
  }

  async #answer(record: CallRecord, offer: string): Promise<void> {
    const { encryption, media, server } = this.#context;
    if (!this.#rings(record)) return;
    requireEncryption(await encryption.get(), offer);
    if (!this.#rings(record)) return;
    const sdp = await media.createProvisionalAnswer(record.mediaId, offer);
    if (record.over) {
      await media.close(record.mediaId);
      return;
    }
    const { invitation, sessionContext } = record;
    // The final answer is on its way, and says the same.
    if (!this.#rings(record) || invitation === null) return;
    const processedOfferId = record.offer?.contentId ?? null;
    const { client } = server.require();
    await sendProvisionalAnswer(client, invitation, { sdp, sessionContext, processedOfferId });
  }

  #rings(record: CallRecord): boolean {
    return !record.over && this.#context.board.get(record.id)?.phase === 'ringing';
  }
}
