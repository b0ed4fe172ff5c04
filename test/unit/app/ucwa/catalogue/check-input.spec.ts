import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkInput, type LooseInput } from '../../../../../app/ucwa/catalogue/check-input.ts';
import type { Method, ParameterFacts } from '../../../../../app/ucwa/catalogue/facts.ts';
import {
  allOperations,
  findOperation,
  type Operation,
} from '../../../../../app/ucwa/catalogue/operation.ts';
import type { Dialect } from '../../../../../app/ucwa/hypermedia/relation.ts';
import type { PropertyValue } from '../../../../../app/ucwa/hypermedia/resource.ts';
import { type FieldFault, UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../../support/ucwa-reference.ts';

const operations = allOperations();

function parametersOf(operation: Operation): readonly (readonly [string, ParameterFacts])[] {
  return Object.entries({ ...operation.query, ...operation.body });
}

/** An input with everything that is required, and nothing else. */
function leastInput(operation: Operation): LooseInput {
  const required = parametersOf(operation).filter(([, facts]) => facts.required === true);
  const values = required.map(([name, facts]) => [name, anyValue(facts)] as const);
  return { ...Object.fromEntries(values), ...content(operation) };
}

function anyValue({ type, minimum }: ParameterFacts): PropertyValue {
  if (type.endsWith('[]')) return ['x'];
  return type === 'number' ? (minimum ?? 1) : 'x';
}

function content(operation: Operation): LooseInput {
  if (operation.content === undefined) return {};
  return operation.content === 'sdp' ? { sdp: 'v=0' } : { text: 'Hello', format: 'Plain' };
}

function faultOf(
  operation: Operation,
  input: LooseInput,
  dialect: Dialect = 'ucwa',
): FieldFault | null {
  try {
    checkInput(operation, input, dialect);
    return null;
  } catch (error) {
    if (!(error instanceof UcwaError) || error.kind !== 'field-limit') throw error;
    return error.field;
  }
}

function operationOf(resource: string, method: Method): Operation {
  const operation = operations.find((each) => each.resource === resource && each.method === method);
  if (operation === undefined) throw new Error(`no ${method} ${resource}`);
  return operation;
}

describe('every limit of the catalogue', () => {
  const cases = operations.flatMap((operation) =>
    parametersOf(operation).map(([name, facts]) => ({ operation, name, facts })),
  );

  for (const { operation, name, facts } of cases) {
    const { maxLength, minimum, maximum, required } = facts;
    const where = `${name} of ${operation.method} ${operation.resource}`;
    const least = leastInput(operation);
    const faultWith = (value: string | number) => faultOf(operation, { ...least, [name]: value });

    if (maxLength !== undefined) {
      it(`${where} may have ${maxLength} characters and not one more`, () => {
        expect(faultWith('x'.repeat(maxLength))).toBeNull();
        const fault = { name, rule: 'maxLength', limit: maxLength };
        expect(faultWith('x'.repeat(maxLength + 1))).toEqual(fault);
      });
    }
    if (minimum !== undefined && maximum !== undefined) {
      it(`${where} is from ${minimum} to ${maximum}`, () => {
        expect(faultWith(minimum)).toBeNull();
        expect(faultWith(maximum)).toBeNull();
        expect(faultWith(minimum - 1)).toEqual({ name, rule: 'minimum', limit: minimum });
        expect(faultWith(maximum + 1)).toEqual({ name, rule: 'maximum', limit: maximum });
      });
    }
    if (required === true && operation.method !== 'PUT') {
      it(`${where} is required`, () => {
        const fault = { name, rule: 'required', limit: null };
        expect(faultOf(operation, { ...least, [name]: undefined })).toEqual(fault);
      });
    }
  }
});

/** Written out by hand from the documentation, so that a generator that errs is noticed. */
const important: readonly (readonly [string, Method, string, number])[] = [
  ['startAudio', 'POST', 'operationId', 50],
  ['startAudio', 'POST', 'subject', 250],
  ['startAudio', 'POST', 'sessionContext', 50],
  ['startAudioVideo', 'POST', 'operationId', 50],
  ['startAudioVideo', 'POST', 'subject', 250],
  ['startAudioVideo', 'POST', 'sessionContext', 50],
  ['startAudioVideo', 'POST', 'callbackUrl', 1024],
  ['startMessaging', 'POST', 'operationId', 50],
  ['startMessaging2', 'POST', 'threadId', 250],
  ['startOnlineMeeting', 'POST', 'operationId', 50],
  ['startOnlineMeeting', 'POST', 'subject', 250],
  ['joinOnlineMeeting', 'POST', 'subject', 250],
  ['joinOnlineMeeting', 'POST', 'anonymousDisplayName', 250],
  ['addParticipant', 'POST', 'operationId', 50],
  ['addParticipant', 'POST', 'onBehalfOf', 250],
  ['addParticipant', 'POST', 'subject', 250],
  ['acceptWithAnswer', 'POST', 'sessionContext', 50],
  ['acceptWithAnswer', 'POST', 'processedOfferId', 100],
  ['sendProvisionalAnswer', 'POST', 'processedOfferId', 100],
  ['escalateAudioVideo', 'POST', 'sessionContext', 50],
  ['renegotiations', 'POST', 'operationId', 50],
  ['resumeAudio', 'POST', 'operationId', 50],
  ['applications', 'POST', 'culture', 100],
  ['applications', 'POST', 'endpointId', 100],
  ['applications', 'POST', 'userAgent', 100],
  ['communication', 'PUT', 'phoneNumber', 100],
  ['location', 'POST', 'location', 60],
  ['changeNumber', 'POST', 'number', 80],
  ['immediateForwardToContact', 'POST', 'target', 80],
  ['search2', 'GET', 'query', 256],
  ['search2', 'GET', 'mail', 256],
  ['group2', 'PUT', 'name', 256],
  ['myGroups2', 'POST', 'displayName', 256],
  ['subscribeToGroupPresence', 'POST', 'groupId', 256],
];

describe('the limits that matter most', () => {
  for (const [resource, method, name, limit] of important) {
    it(`${name} of ${method} ${resource} is ${limit}`, () => {
      const operation = operationOf(resource, method);
      const input = { ...leastInput(operation), [name]: 'x'.repeat(limit + 1) };
      expect(faultOf(operation, input)).toEqual({ name, rule: 'maxLength', limit });
    });
  }
});

describe('the refusal', () => {
  it('names field and limit and does not quote the value', () => {
    const operation = operationOf('startAudio', 'POST');
    const subject = 'secret '.repeat(40);
    const input = { to: 'sip:sam@example.test', subject };
    const attempt = () => checkInput(operation, input, 'ucwa');
    expect(attempt).toThrow('subject has 280 characters, at most 250 are allowed');
    expect(attempt).not.toThrow('secret');
  });

  it('names a body that is missing', () => {
    const operation = operationOf('acceptWithAnswer', 'POST');
    const fault = { name: 'sdp', rule: 'required', limit: null };
    expect(faultOf(operation, { sessionContext: 's1' })).toEqual(fault);
  });

  it('comes for a field that only the hosted service requires, only there', () => {
    const operation = operationOf('addParticipant', 'POST');
    const fault = { name: 'operationId', rule: 'required', limit: null };
    expect(faultOf(operation, { to: 'sip:sam@example.test' })).toBeNull();
    expect(faultOf(operation, { to: 'sip:sam@example.test' }, 'ms:rtc:saas')).toEqual(fault);
  });

  it('does not come for what a PUT leaves as it is', () => {
    expect(faultOf(operationOf('group2', 'PUT'), {})).toBeNull();
  });
});

const parameters = z.array(
  z.object({ name: z.string(), required: z.boolean(), maxLength: z.number().optional() }),
);
const source = z.object({
  resources: z.record(
    z.string(),
    z.object({
      operations: z.array(
        z.object({
          method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']),
          query: parameters,
          body: parameters,
        }),
      ),
    }),
  ),
});

it('no limit and no required field of the published catalogue is forgotten', ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const text = readFileSync(ucwaReferencePath('catalogue.json'), 'utf8');
  let limits = 0;
  for (const [resource, entry] of Object.entries(source.parse(JSON.parse(text)).resources)) {
    for (const { method, query, body } of entry.operations) {
      const facts = new Map(parametersOf(operationOf(resource, method)));
      for (const { name, required, maxLength } of [...query, ...body]) {
        const known = facts.get(name);
        const where = `${name} of ${method} ${resource}`;
        if (maxLength !== undefined) expect(known?.maxLength, where).toBe(maxLength);
        if (required) expect(known?.required, where).toBe(true);
        limits += maxLength === undefined ? 0 : 1;
      }
    }
  }
  expect(limits).toBeGreaterThan(100);
  expect(findOperation('startAudio', 'POST', null)).not.toBeNull();
});
