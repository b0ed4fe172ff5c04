import type { Sandbox } from '../../../main/sandbox/index.ts';
import { type Resource, sdpHref, UcwaClient } from '../../integration/sandbox/ucwa-client.ts';

/**
 * Who calls: a plain HTTP client. It polls only between measurements, so that nothing but the
 * callee waits for the server's event.
 */
export class Caller {
  readonly #client: UcwaClient;
  readonly #offer: string;

  private constructor(client: UcwaClient, offer: string) {
    this.#client = client;
    this.#offer = offer;
  }

  /** @param offer session description of a real browser, so that bodies have their real size */
  static async signIn(sandbox: Sandbox, userName: string, offer: string): Promise<Caller> {
    return new Caller(await UcwaClient.signIn(sandbox.origin, userName), offer);
  }

  /** Calls with video; resolves when the server has taken the call. */
  async call(toUri: string): Promise<void> {
    const reply = await this.#client.call(toUri, {
      operationId: crypto.randomUUID(),
      sessionContext: crypto.randomUUID(),
      importance: 'Normal',
      subject: '',
      _links: { mediaOffer: { href: sdpHref(this.#offer) } },
    });
    if (reply.status !== 201) throw new Error(`The call was refused: ${reply.status}`);
  }

  /** Takes the call back and waits until it is over. */
  async cancel(): Promise<void> {
    const started = await this.#client.until('audioVideoInvitation', 'started');
    const invitation: Resource | undefined = started._embedded?.audioVideoInvitation;
    const reply = await this.#client.post(invitation?._links.cancel?.href);
    if (!reply.ok) throw new Error(`The call could not be cancelled: ${reply.status}`);
    await this.#client.until('audioVideoInvitation', 'completed');
  }
}
