import { describe, expect, it } from 'vitest';
import { enumerations } from '../../../../../app/ucwa/catalogue/generated/enumerations.ts';
import { resources } from '../../../../../app/ucwa/catalogue/generated/resources.ts';
import {
  allOperations,
  documentedErrors,
  factsOf,
  failedWith,
  findOperation,
  isResourceName,
  operationOf,
} from '../../../../../app/ucwa/catalogue/operation.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';

describe('the catalogue', () => {
  it('has every resource and every enumeration', () => {
    expect(Object.keys(resources)).toHaveLength(238);
    expect(Object.keys(enumerations)).toHaveLength(56);
    expect(allOperations()).toHaveLength(263);
  });

  it('has the members that only parameters name', () => {
    expect(enumerations.GenericPolicy).toContain('None');
    expect(enumerations.LisQueryResultEnum).toContain('Succeeded');
    expect(enumerations.ModalityType).toContain('DataCollaboration');
  });

  it('names no resource that it does not have', () => {
    const named = Object.keys(resources)
      .filter(isResourceName)
      .flatMap((name) => {
        const { links = [], events = [], rel } = factsOf(name);
        return [...links, ...events.map(({ resource }) => resource), ...(rel ? [rel] : [])];
      });
    const answers = allOperations().flatMap(({ response }) => response ?? []);
    expect([...named, ...answers].filter((name) => !isResourceName(name))).toEqual([]);
  });

  it('has only errors that can be read', () => {
    const codes = new Set<string>(enumerations.ErrorCode);
    const errors = allOperations().flatMap(documentedErrors);
    expect(errors.length).toBeGreaterThan(1000);
    expect(errors.filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(errors.filter(({ status }) => !(status >= 400 && status < 600))).toEqual([]);
  });
});

describe('the documented errors', () => {
  it('are the usual ones and those of the operation', () => {
    const errors = documentedErrors(operationOf('startPhoneAudio', 'POST'));
    expect(errors).toContainEqual({ status: 409, code: 'Conflict', subcode: 'AlreadyExists' });
    expect(errors).toContainEqual({ status: 409, code: 'Conflict', subcode: null });
    expect(errors).toContainEqual({
      status: 400,
      code: 'BadRequest',
      subcode: 'NormalizationFailed',
    });
    expect(errors).toHaveLength(7);
  });

  it('are other ones where the documentation says so', () => {
    expect(documentedErrors(operationOf('reason', 'GET'))).toEqual([]);
  });
});

describe('whether a request failed with a documented error', () => {
  const failure = (status: number, subcode: string | null) => {
    const reason = { code: 'Conflict', subcode, message: null, parameters: [], debugInfo: null };
    return new UcwaError('ucwa', 'Refused', { advice: 'give-up', status, reason });
  };
  const alreadyThere = (error: unknown) =>
    failedWith(error, 'makeMeAvailable', '409 Conflict/AlreadyExists');

  it('is told by status and subcode', () => {
    expect(alreadyThere(failure(409, 'AlreadyExists'))).toBe(true);
    expect(alreadyThere(failure(409, 'TooManyGroups'))).toBe(false);
    expect(alreadyThere(failure(409, null))).toBe(false);
    expect(alreadyThere(failure(403, 'AlreadyExists'))).toBe(false);
    expect(alreadyThere(new Error('409'))).toBe(false);
    expect(failedWith(failure(409, null), 'makeMeAvailable', '409 Conflict')).toBe(true);
  });
});

describe('the operation that a link leads to', () => {
  it('is that of the revision that the link names', () => {
    expect(findOperation('startMessaging', null, null)?.resource).toBe('startMessaging');
    expect(findOperation('startMessaging', null, '1')?.resource).toBe('startMessaging');
    expect(findOperation('startMessaging', null, '2')?.resource).toBe('startMessaging2');
    expect(findOperation('startMessaging', null, '3.1')?.resource).toBe('startMessaging2');
  });

  it('is that of the revision that has the method, when the link names none', () => {
    expect(findOperation('group', 'DELETE', null)?.resource).toBe('group2');
  });

  it('is GET when the method is not given and there is one', () => {
    expect(findOperation('presence', null, null)?.method).toBe('GET');
    expect(findOperation('decline', null, null)?.method).toBe('POST');
  });

  it('is none when nobody has documented it', () => {
    expect(findOperation('presence', 'DELETE', null)).toBeNull();
    expect(findOperation('toString', null, null)).toBeNull();
    expect(findOperation('videoFreeze', null, null)).toBeNull();
  });
});
