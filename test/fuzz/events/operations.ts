import fc from 'fast-check';
import {
  calmAggregation,
  frugalAggregation,
  promptAggregation,
} from '../../../app/ucwa/events/aggregation.ts';
import { link } from '../../../app/ucwa/hypermedia/links.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import type { nuisances } from './model-channel.ts';
import type { ModelServer } from './model-server.ts';

const aggregations = {
  prompt: promptAggregation,
  calm: calmAggregation,
  frugal: frugalAggregation,
} as const;

/** One thing that happens to the server, the network, the computer or the user. */
export type Operation =
  | { readonly do: 'happen'; readonly times: number }
  | { readonly do: 'serve' }
  | { readonly do: 'serveInVain' }
  | { readonly do: 'timeOut' }
  | { readonly do: 'break'; readonly with: 'resync' | 'resume' }
  | { readonly do: 'disturb'; readonly with: keyof typeof nuisances }
  | { readonly do: 'drop' }
  | { readonly do: 'delayNextPoll' }
  | { readonly do: 'letThrough' }
  | { readonly do: 'loseApplication' }
  | { readonly do: 'expireToken' }
  | { readonly do: 'gone'; readonly subcode: string }
  | { readonly do: 'otherInstance' }
  | { readonly do: 'weather'; readonly is: ModelServer['weather'] }
  | { readonly do: 'wakeUp' }
  | { readonly do: 'aggregate'; readonly to: keyof typeof aggregations }
  | { readonly do: 'act'; readonly answersLate: boolean }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'sleep'; readonly ms: number };

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('happen'), times: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 8, arbitrary: fc.constant({ do: 'serve' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'serveInVain' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'timeOut' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('break'), with: fc.constantFrom('resync', 'resume') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('disturb'), with: fc.constantFrom(...nuisanceNames()) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'drop' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'delayNextPoll' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'letThrough' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'loseApplication' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'expireToken' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('gone'),
      subcode: fc.constantFrom(
        'TooManyApplications',
        'InactiveApplicationExpired',
        'SomethingElse',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'otherInstance' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('weather'),
      is: fc.constantFrom('fine', 'unreachable', 'unavailable'),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'wakeUp' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('aggregate'),
      to: fc.constantFrom('prompt', 'calm', 'frugal'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('act'), answersLate: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.integer({ min: 1, max: 400_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sleep'),
      ms: fc.integer({ min: 1, max: 300_000_000 }),
    }),
  },
);

function nuisanceNames(): (keyof typeof nuisances)[] {
  return ['page', 'badGateway', 'unavailable', 'throttled', 'cutOff', 'deadEnd', 'noEvents'];
}

export interface Actors {
  readonly server: ModelServer;
  readonly application: UcwaApplication;
  readonly clock: ManualClock;
}

/** Lets it happen. What a request of the client comes to is the client's business. */
export function perform(operation: Operation, { server, application, clock }: Actors): void {
  const { channel } = server;
  switch (operation.do) {
    case 'happen':
      for (let count = 0; count < operation.times; count += 1) server.happen();
      break;
    case 'serve':
      channel?.serve();
      break;
    case 'serveInVain':
      channel?.serve(true);
      break;
    case 'timeOut':
      channel?.timeOut();
      break;
    case 'break':
      channel?.breakWith(operation.with);
      break;
    case 'disturb':
      channel?.disturb(operation.with);
      break;
    case 'drop':
      channel?.drop();
      break;
    case 'delayNextPoll':
      server.delayNextPoll();
      break;
    case 'letThrough':
      server.letThrough();
      break;
    case 'loseApplication':
      server.loseApplication();
      break;
    case 'expireToken':
      server.expireToken();
      break;
    case 'gone':
      channel?.answer(410, { code: 'Gone', subcode: operation.subcode });
      break;
    case 'otherInstance':
      channel?.answer(409, { code: 'Conflict', subcode: 'PGetReplaced' });
      break;
    case 'weather':
      server.weather = operation.is;
      break;
    case 'wakeUp':
      application.wakeUp();
      break;
    case 'aggregate':
      application.aggregate(aggregations[operation.to]);
      break;
    case 'act':
      server.answersLate = operation.answersLate;
      act(application);
      break;
    case 'pass':
      clock.advance(operation.ms);
      break;
    case 'sleep':
      clock.sleep(operation.ms);
      application.wakeUp();
      break;
  }
}

/** Starts something; its event comes before or after the response, if there is one. */
function act({ client, communication }: UcwaApplication): void {
  const start = link(communication, 'start');
  if (start === null) return;
  const body = { type: 'resource', properties: { operationId: 'one' } } as const;
  client.post(start.href, body).catch(() => undefined);
}
