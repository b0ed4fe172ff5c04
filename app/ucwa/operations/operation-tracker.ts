import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Observable, Unsubscribe } from '../../util/emitter.ts';
import type { UcwaEvent } from '../events/ucwa-event.ts';
import { stringProperty } from '../hypermedia/properties.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, UcwaApplicationEvent } from '../ucwa-application.ts';
import { UcwaError } from '../ucwa-error.ts';

/** What a POST started: an invitation or a renegotiation. */
export interface StartedOperation {
  /** Absolute href of what was started. */
  readonly href: string;
  /** The newest representation at hand; null when the server only gave an address. */
  readonly resource: Resource | null;
}

interface Pending {
  readonly started: (operation: StartedOperation) => void;
}

/** How long the events may still tell of an operation whose response was lost. */
const lostResponseMs = 10_000;

/**
 * Pairs operations that this client starts with what the server makes of them, by `operationId`.
 * The event may precede the response of the POST, or be all that ever comes.
 */
export class OperationTracker {
  readonly #pending = new Map<string, Pending>();
  readonly #clock: Clock;
  readonly #unsubscribe: Unsubscribe;

  constructor(events: Observable<UcwaApplicationEvent>, clock: Clock) {
    this.#clock = clock;
    this.#unsubscribe = events.subscribe((event) => {
      if (event.type === 'event') this.#seen(event.event);
    });
  }

  /**
   * Sends a POST and resolves as soon as its response or an event tells what it started.
   * @param operationId the one that the POST carries
   * @throws UcwaError when the server refuses, or nothing is heard of it
   */
  async run(operationId: string, post: () => Promise<PostResult>): Promise<StartedOperation> {
    let cancelTimer: CancelTimer = () => undefined;
    try {
      return await new Promise<StartedOperation>((resolve, reject) => {
        this.#pending.set(operationId, { started: resolve });
        post().then(
          (result) => {
            const href = result.location ?? result.resource?.href ?? null;
            if (href !== null) resolve({ href, resource: result.resource });
            else cancelTimer = this.#clock.after(lostResponseMs, () => reject(unheardOf()));
          },
          (error: unknown) => {
            if (!mayHaveRun(error)) reject(error);
            else cancelTimer = this.#clock.after(lostResponseMs, () => reject(error));
          },
        );
      });
    } finally {
      cancelTimer();
      this.#pending.delete(operationId);
    }
  }

  /** Stops listening to events. Twice is harmless. */
  stop(): void {
    this.#unsubscribe();
  }

  #seen(event: UcwaEvent): void {
    const { resource } = event;
    const operationId = resource === null ? null : stringProperty(resource, 'operationId');
    if (operationId === null) return;
    this.#pending.get(operationId)?.started({ href: event.link.href, resource });
  }
}

/** Without a response nobody knows whether the server executed the request. */
function mayHaveRun(error: unknown): boolean {
  return error instanceof UcwaError && error.kind === 'transport' && error.advice === 'retry';
}

function unheardOf(): UcwaError {
  return new UcwaError('ucwa', 'The server accepted the operation and told nothing more of it', {
    advice: 'tell-the-user',
  });
}
