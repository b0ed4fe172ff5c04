import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import {
  incomingCallNotification,
  missedCallNotification,
} from '../../../../main/desktop/call-notification.ts';
import { buildCall } from '../../app/domain/builders/build-call.ts';

const translator = createTranslator('en');

describe('incomingCallNotification', () => {
  it.each([
    ['Normal', 'Sam Okafor is calling'],
    ['Urgent', 'Urgent: Sam Okafor is calling'],
    ['Emergency', 'Emergency: Sam Okafor is calling'],
  ] as const)('says in words that a call is %s', (importance, title) => {
    const plan = { urgency: 'critical', timeoutMs: null, hidesText: false } as const;
    const call = buildCall({ importance });
    expect(incomingCallNotification(call, plan, translator)).toMatchObject({
      title,
      urgency: 'critical',
      timeoutMs: null,
      category: 'call.incoming',
    });
  });

  it('tells kind and subject, and has a button for video only in a video call', () => {
    const plan = { urgency: 'normal', timeoutMs: 30_000, hidesText: false } as const;
    const audio = incomingCallNotification(buildCall({ subject: 'Lunch' }), plan, translator);
    expect(audio.body).toBe('Audio call\nSubject: Lunch');
    expect(audio.actions.map(({ id }) => id)).toEqual(['answer', 'decline', 'open']);
    const video = incomingCallNotification(buildCall({ modality: 'audioVideo' }), plan, translator);
    expect(video.body).toBe('Video call');
    expect(video.actions.map(({ id }) => id)).toEqual([
      'answer',
      'answer-audio',
      'decline',
      'open',
    ]);
  });
});

it('missedCallNotification names caller and time of day', () => {
  const startedAtMs = new Date(2030, 0, 2, 14, 5).getTime();
  const { remote, modality, importance, subject } = buildCall();
  const missed = missedCallNotification(
    {
      type: 'call',
      source: 'parley',
      conversationId: 'conversation-1',
      onlineMeetingUri: null,
      id: 'call-1',
      kind: 'direct',
      direction: 'Incoming',
      remote,
      modality,
      importance,
      subject,
      startedAtMs,
      threadId: null,
      durationMs: null,
      outcome: { kind: 'missed' },
    },
    translator,
    'en-GB',
  );
  expect(missed).toMatchObject({
    title: 'Missed call',
    body: 'Sam Okafor called at 14:05',
    urgency: 'normal',
  });
  expect(missed.timeoutMs).toBeGreaterThan(0);
});
