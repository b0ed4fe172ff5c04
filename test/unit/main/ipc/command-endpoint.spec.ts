import { describe, expect, it } from 'vitest';
import { MediaError } from '../../../../app/ports/media-engine.ts';
import { CommandFailure } from '../../../../app/services/command-failure.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

const origin = { surface: 'tray' } as const;

describe('CommandEndpoint', () => {
  it('gives back what the handler gives', async () => {
    const endpoint = new CommandEndpoint(
      { 'calls.start': async ({ to }) => ({ callId: `call to ${to}` }) },
      new RecordingLogger(),
    );
    const reply = await endpoint.run('calls.start', { to: 'Sam', modality: 'audio' }, origin);
    expect(reply).toEqual({ ok: true, value: { callId: 'call to Sam' } });
  });

  it.each([
    [new CommandFailure('not-found', 'error.callNotFound'), 'not-found'],
    [new MediaError('no-microphone', 'None'), 'media'],
    [new TypeError('undefined is not a function'), 'internal'],
  ])('turns %s into something to read', async (thrown, code) => {
    const logger = new RecordingLogger();
    const endpoint = new CommandEndpoint(
      {
        'calls.hangUp': () => {
          throw thrown;
        },
      },
      logger,
    );
    const reply = await endpoint.run('calls.hangUp', { callId: 'c1' }, origin);
    expect(reply).toMatchObject({ ok: false, error: { code } });
    expect(logger.entries).toHaveLength(1);
  });

  it('refuses a command that this window does not have', async () => {
    const endpoint = new CommandEndpoint({}, new RecordingLogger());
    const reply = await endpoint.run('session.signOut', undefined, origin);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-command' } });
  });
});
