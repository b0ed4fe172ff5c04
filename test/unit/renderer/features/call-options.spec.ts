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
      ownPhone: null,
      onBehalfOf: null,
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

  it('says which phone is used, and in whose name, but nothing of microphone and camera then', () => {
    const options = {
      ...{ ...plainCall, startMuted: true, startVideoOff: true },
      ...{ ownPhone: 'tel:+14255550191', onBehalfOf: 'sip:kim@example.test' },
    };
    const payload = startCallPayload('sam', 'audio', options);
    expect(payload).toEqual({
      ...{ to: 'sam', modality: 'audio', via: 'phone', phoneNumber: 'tel:+14255550191' },
      onBehalfOf: 'sip:kim@example.test',
    });
    expect(commandSchemas['calls.start'].safeParse(payload).success).toBe(true);
    expect(hasOptions(options)).toBe(true);
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
