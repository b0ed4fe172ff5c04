import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandSchemas } from '../../../../app/ipc/commands.ts';
import { parseCommand } from '../../../../app/ipc/parse-command.ts';
import { windowMessageSchema } from '../../../../app/ipc/window-message.ts';

describe('parseCommand', () => {
  it('takes a command that fits its schema and drops what the schema does not know', () => {
    const payload = { callId: 'c1', scope: 'Global', href: 'https://evil.test' };
    expect(parseCommand('calls.decline', payload)).toEqual({
      ok: true,
      value: { name: 'calls.decline', payload: { callId: 'c1', scope: 'Global' } },
    });
  });

  it.each([undefined, null, 5, '', 'toString', '__proto__', 'calls.conquer'])(
    'knows no command %j',
    (name) => {
      expect(parseCommand(name, undefined)).toMatchObject({
        ok: false,
        error: { code: 'unknown-command' },
      });
    },
  );

  it.each([
    ['calls.decline', { callId: 'c1', scope: 'Everywhere' }, 'scope'],
    ['calls.decline', undefined, '(payload)'],
    ['calls.hangUp', { callId: '' }, 'callId'],
    ['calls.hangUp', { callId: 'x'.repeat(65) }, 'callId'],
    ['settings.update', { lastAddress: 'x' }, '(payload)'],
    ['settings.update', { region: 'us' }, 'region'],
    [
      'settings.update',
      { shortcuts: { answer: 'A', decline: 'B' } },
      'shortcuts.dial, shortcuts.mute, shortcuts.hold, shortcuts.hangUp, shortcuts.raise',
    ],
    ['session.signOut', {}, '(payload)'],
    [
      'media.reply',
      { requestId: 1, reply: { ok: false, reason: 'x', message: '' } },
      'reply.reason',
    ],
  ])('refuses %s with %j', (name, payload, fields) => {
    expect(parseCommand(name, payload)).toMatchObject({
      ok: false,
      error: { code: 'invalid-payload', values: { command: name, fields } },
    });
  });

  it('never repeats the values that it refuses', () => {
    const reply = parseCommand('session.signIn', { address: 1, password: ['a secret'] });
    expect(JSON.stringify(reply)).not.toContain('a secret');
  });

  it('survives anything', () => {
    const names = fc.constantFrom(...Object.keys(commandSchemas));
    fc.assert(
      fc.property(names, fc.anything(), (name, payload) => {
        expect(typeof parseCommand(name, payload).ok).toBe('boolean');
      }),
    );
  });
});

describe('windowMessageSchema', () => {
  it.each([
    {
      type: 'patch',
      patch: { sequence: 1, operations: [{ op: 'remove', path: ['calls', 'c1'] }] },
    },
    {
      type: 'media',
      requestId: 3,
      request: {
        method: 'createOffer',
        mediaId: 'c1',
        modality: 'audio',
        videoSections: 0,
        cameraOn: true,
      },
    },
    { type: 'shortcutPressed', name: 'mute' },
    { type: 'quickDialOpened' },
    { type: 'quickDialClipboard', text: '+1 425 555 0100' },
    { type: 'show', result: { to: 'call', callId: 'c1' } },
    { type: 'askClose' },
  ])('takes $type', (message) => {
    expect(windowMessageSchema.parse(message)).toEqual(message);
  });

  it.each([
    { type: 'patch', patch: { sequence: -1, operations: [] } },
    { type: 'patch', patch: { sequence: 1, operations: [{ op: 'move', path: [] }] } },
    { type: 'media', requestId: 3, request: { method: 'explode', mediaId: 'c1' } },
    { type: 'navigate', url: 'https://evil.test' },
  ])('refuses $type', (message) => {
    expect(windowMessageSchema.safeParse(message).success).toBe(false);
  });
});
