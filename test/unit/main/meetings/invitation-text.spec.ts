import { describe, expect, it } from 'vitest';
import { noMeetings } from '../../../../app/domain/meeting.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { invitationText } from '../../../../main/meetings/invitation-text.ts';
import { buildMeeting } from '../../app/domain/builders/build-meeting.ts';

const translator = createTranslator('en');

describe('the invitation to a meeting', () => {
  it('says how to join, by phone too, with the words of the company', () => {
    const meeting = buildMeeting({
      subject: 'Q3',
      description: 'Numbers\nand plans',
      joinUrl: 'https://meet.example.test/alex/ABC123',
      conferenceId: '12345678',
    });
    const text = invitationText(
      meeting,
      {
        dialIn: {
          tollNumber: '+14255550001',
          tollFreeNumbers: ['+18005550199'],
          regions: [{ name: 'Redmond', number: '+14255550001', languages: ['en-US'] }],
          directoryUrl: 'https://dialin.example.test',
          participantPassCode: '42',
          conferenceId: null,
        },
        customization: {
          helpUrl: 'https://help.example.test',
          legalUrl: 'https://example.test/legal',
          footerText: 'For your ears only',
        },
      },
      translator,
    );
    expect(text).toBe(`Q3

Numbers
and plans

Join online meeting:
https://meet.example.test/alex/ABC123

Join by phone:
+14255550001 (Redmond)
+18005550199 (free of charge)
Conference ID: 12345678
Pass code: 42
Find a local number: https://dialin.example.test

Help: https://help.example.test
Legal: https://example.test/legal

For your ears only
`);
  });

  it('is short where the server says little', () => {
    const meeting = buildMeeting({ subject: '', joinUrl: null });
    expect(invitationText(meeting, noMeetings, translator)).toBe(`Meeting without a subject

Join online meeting:
${meeting.onlineMeetingUri}
`);
  });
});
