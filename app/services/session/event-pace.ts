import type { Circumstances, Surroundings } from '../../ports/surroundings.ts';
import {
  type Aggregation,
  calmAggregation,
  frugalAggregation,
  promptAggregation,
} from '../../ucwa/events/aggregation.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import type { SessionPart } from './session-part.ts';

/** Prompt while somebody looks; else calm, and frugal on battery. */
function aggregationFor(circumstances: Circumstances): Aggregation {
  if (circumstances.inForeground && !circumstances.screenLocked) return promptAggregation;
  return circumstances.onBattery ? frugalAggregation : calmAggregation;
}

/** Lets events that are not urgent come as promptly as somebody looks at them. */
export class EventPace implements SessionPart {
  readonly #surroundings: Surroundings;
  #unsubscribe: Unsubscribe = () => undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  async open(application: UcwaApplication): Promise<void> {
    application.aggregate(aggregationFor(this.#surroundings.circumstances));
    this.#unsubscribe = this.#surroundings.subscribe((circumstances) => {
      application.aggregate(aggregationFor(circumstances));
    });
  }

  handle(): void {}

  close(): void {
    this.#unsubscribe();
    this.#unsubscribe = () => undefined;
  }
}
