import { describe, expect, it } from 'vitest';
import { commandSchemas } from '../../../../app/ipc/commands.ts';
import {
  hasOptions,
  plainCall,
  startCallPayload,
} from '../../../../renderer/features/dialing/call-options.ts';

describe('startCallPayload', () => {
  it('leaves out what was not asked for', () => {
    expect(startCallPayload('sip:sam@example.test', 'audio', plainCall)).toEqual({
      to: 'sip:sam@example.test',
      modality: 'audio',
    });
  });

  it('says everything that was', () => {
    const options = {
      subject: '  Quarterly numbers ',
      importance: 'Urgent',
      startMuted: true,
      startVideoOff: true,
    } as const;
    const payload = startCallPayload('+49 30 123', 'audioVideo', options);
    expect(payload).toEqual({
      to: '+49 30 123',
      modality: 'audioVideo',
      subject: 'Quarterly numbers',
      importance: 'Urgent',
      joinAudioMuted: true,
      joinVideoMuted: true,
    });
    expect(commandSchemas['calls.start'].safeParse(payload).success).toBe(true);
  });

  it('says nothing of a camera in a call without one', () => {
    const options = { ...plainCall, startVideoOff: true };
    expect(startCallPayload('sam', 'audio', options)).toEqual({ to: 'sam', modality: 'audio' });
  });
});

describe('hasOptions', () => {
  it('is false of a plain call and of a blank subject', () => {
    expect(hasOptions(plainCall)).toBe(false);
    expect(hasOptions({ ...plainCall, subject: '  ' })).toBe(false);
    expect(hasOptions({ ...plainCall, importance: 'Emergency' })).toBe(true);
  });
});
