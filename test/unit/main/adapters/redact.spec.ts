import { describe, expect, it } from 'vitest';
import { redact } from '../../../../main/adapters/logging/redact.ts';

describe('redact', () => {
  it('goes by the names of fields', () => {
    expect(
      redact({
        password: 'hunter2',
        webTicket: { accessToken: 'cwt=x' },
        subject: 'Bonus',
        workPhoneNumber: '425 5550101',
        status: 200,
        hasToken: true,
      }),
    ).toEqual({
      password: '[redacted]',
      webTicket: '[redacted]',
      subject: '[redacted: 5 characters]',
      workPhoneNumber: '…101',
      status: 200,
      hasToken: true,
    });
  });

  it('looks into lists, nested values and errors with their causes', () => {
    const cause = new Error('tel:+14255550101 unreachable');
    const error = Object.assign(new Error('refused cwt=abc', { cause }), { token: 'cwt=abc' });
    const result = JSON.stringify(redact([{ deep: [{ error }] }]));
    expect(result).toContain('refused cwt=[redacted]');
    expect(result).toContain('tel:…101 unreachable');
    expect(result).not.toContain('abc');
    expect(result).not.toContain('4255550101');
  });

  it('survives cycles and bottomless values', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(redact(cycle)).toEqual({ self: '[circular]' });
    let deep: unknown = 'cwt=abc';
    for (let level = 0; level < 100; level += 1) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain('[deeper]');
  });

  it('changes nothing it is given', () => {
    const given = { password: 'hunter2' };
    redact(given);
    expect(given.password).toBe('hunter2');
  });
});

it('keeps what was dialled to its tail', () => {
  const error = Object.assign(new Error('invalid-address'), {
    error: { values: { typed: '42555501019999' } },
  });
  expect(JSON.stringify(redact({ error }))).toContain('"typed":"…999"');
  expect(JSON.stringify(redact({ error }))).not.toContain('4255550101');
});
