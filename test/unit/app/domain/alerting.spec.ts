import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlertChange,
  alertKinds,
  notificationStays,
  ringWindowRules,
  ruleOf,
} from '../../../../app/domain/alert-matrix.ts';
import { ringTones } from '../../../../app/domain/alert-plan.ts';
import { defaultAlertSettings } from '../../../../app/domain/alert-settings.ts';
import { type AlertCircumstances, decideAlert } from '../../../../app/domain/alerting.ts';
import { importances } from '../../../../app/domain/importance.ts';
import { availabilities } from '../../../../app/domain/presence.ts';

const usual: AlertCircumstances = {
  kind: 'call',
  importance: 'Normal',
  presence: 'Online',
  presenting: false,
  inCall: false,
  focused: false,
  paused: false,
  desktopQuiet: false,
  settings: { ringTone: true, ringDuringCalls: true, alerts: defaultAlertSettings },
};

/** `urgency timeout · tone · window · focus · flash · tray · acknowledged` of a plan. */
function sketch(changes: Partial<AlertCircumstances>): string {
  const plan = decideAlert({ ...usual, ...changes });
  const { notification, ring, ringWindow } = plan;
  return [
    notification === null ? '-' : `${notification.urgency} ${notification.timeoutMs ?? 'stays'}`,
    ring === null ? 'silent' : `${ring.tone}${ring.repeat ? ' repeated' : ' once'}`,
    ringWindow === null ? 'no window' : `${ringWindow.size} ${ringWindow.screens}`,
    plan.takeFocus ? 'focus' : '-',
    plan.flash ? 'flash' : '-',
    plan.tray,
    plan.acknowledge ? 'acknowledged' : '-',
  ].join(' · ');
}

const quiet = '- · silent · no window · - · - · quiet · -';
const rings = 'small active · - · - · ringing · -';
const urgent = 'small active · - · flash · ringingUrgent · -';
const alarm =
  'critical stays · emergency repeated · large every · focus · flash · ringingUrgent · acknowledged';
const alarmInFront = alarm.replace('focus', '-');
const settings = (changes: Partial<AlertCircumstances['settings']>) => ({
  settings: { ...usual.settings, ...changes },
});
const Urgent = { importance: 'Urgent' } as const;
const Emergency = { importance: 'Emergency' } as const;
const quietly = { presence: 'DoNotDisturb' } as const;

const table: readonly (readonly [Partial<AlertCircumstances>, string])[] = [
  [{}, `normal 25000 · normal repeated · ${rings}`],
  [{ focused: true }, `normal 10000 · normal repeated · ${rings}`],
  [{ presence: 'Away' }, `normal 25000 · normal repeated · ${rings}`],
  [{ presence: 'Unknown' }, `normal 25000 · normal repeated · ${rings}`],
  [{ presence: 'Busy' }, `normal 25000 · soft repeated · ${rings}`],
  [{ presence: 'IdleBusy' }, `normal 25000 · soft repeated · ${rings}`],
  [{ presence: 'Busy', inCall: true }, `normal 25000 · soft once · ${rings}`],
  [{ inCall: true, ...settings({ ringDuringCalls: false }) }, `normal 25000 · silent · ${rings}`],
  [settings({ ringDuringCalls: false }), `normal 25000 · normal repeated · ${rings}`],
  [settings({ ringTone: false }), `normal 25000 · silent · ${rings}`],
  [{ presenting: true }, 'normal 25000 · silent · no window · - · - · quiet · -'],
  [{ desktopQuiet: true }, 'normal 25000 · silent · no window · - · - · quiet · -'],
  [quietly, quiet],
  [{ paused: true }, quiet],
  [Urgent, `critical 60000 · urgent repeated · ${urgent}`],
  [
    { ...Urgent, focused: true },
    `critical 60000 · urgent repeated · ${urgent.replace('flash', '-')}`,
  ],
  [{ ...Urgent, inCall: true }, `critical 60000 · urgent once · ${urgent}`],
  [{ ...Urgent, presenting: true }, `critical 60000 · soft once · ${urgent}`],
  [{ ...Urgent, desktopQuiet: true }, `critical 60000 · urgent repeated · ${urgent}`],
  [{ ...Urgent, ...settings({ ringTone: false }) }, `critical 60000 · silent · ${urgent}`],
  [{ ...Urgent, ...quietly }, quiet],
  [Emergency, alarm],
  [{ ...Emergency, ...quietly, inCall: true, desktopQuiet: true }, alarm],
  [{ ...Emergency, presenting: true, paused: true }, alarm],
  [{ ...Emergency, focused: true, ...settings({ ringTone: false }) }, alarmInFront],
  [{ kind: 'meeting' }, `normal 25000 · normal repeated · ${rings}`],
  [{ kind: 'meeting', ...Emergency }, alarm],
  [{ kind: 'message' }, 'normal 10000 · soft once · no window · - · - · quiet · -'],
  [
    { kind: 'message', ...Urgent },
    'critical 60000 · urgent once · no window · - · flash · quiet · -',
  ],
  [{ kind: 'message', ...Emergency }, alarm],
  [{ kind: 'missed' }, 'normal 25000 · silent · no window · - · - · quiet · -'],
  [
    { kind: 'missed', ...Emergency },
    'critical stays · emergency once · no window · - · flash · quiet · acknowledged',
  ],
  [{ kind: 'voicemail' }, 'low 25000 · silent · no window · - · - · quiet · -'],
];

describe('decideAlert', () => {
  it.each(table)('%j', (changes, expected) => {
    expect(sketch(changes)).toBe(expected);
  });

  it('hides what it is about while the user shows their screen to others', () => {
    expect(decideAlert({ ...usual, presenting: true }).notification?.hidesText).toBe(true);
    expect(decideAlert(usual).notification?.hidesText).toBe(false);
  });

  it('lets a cell be as the user wants it, and no other', () => {
    const changed = { ...ruleOf([], 'call', 'Urgent'), throughDoNotDisturb: true, flash: false };
    const changes = [{ kind: 'call', importance: 'Urgent', ...changed }] as const;
    const own = settings({ alerts: { ...defaultAlertSettings, changes } });
    expect(sketch({ ...Urgent, ...quietly, ...own })).toBe(
      `critical 60000 · urgent repeated · ${urgent.replace('flash', '-')}`,
    );
    expect(sketch({ kind: 'meeting', ...Urgent, ...quietly, ...own })).toBe(quiet);
  });
});

const rule = fc.record({
  notification: fc.constantFrom(...notificationStays),
  tone: fc.constantFrom('none' as const, ...ringTones),
  repeat: fc.boolean(),
  ringWindow: fc.constantFrom(...ringWindowRules),
  flash: fc.boolean(),
  throughDoNotDisturb: fc.boolean(),
  throughDesktop: fc.boolean(),
  acknowledge: fc.boolean(),
});

const change = (which: readonly (typeof importances)[number][]): fc.Arbitrary<AlertChange> =>
  fc
    .tuple(
      fc.constantFrom(...alertKinds),
      fc.constantFrom(...(which.length === 0 ? importances : which)),
      rule,
    )
    .map(([kind, importance, changed]) => ({ kind, importance, ...changed }));

const circumstances = (
  which: readonly (typeof importances)[number][] = importances,
): fc.Arbitrary<AlertCircumstances> =>
  fc.record({
    kind: fc.constantFrom(...alertKinds),
    importance: fc.constantFrom(...importances),
    presence: fc.constantFrom(...availabilities),
    presenting: fc.boolean(),
    inCall: fc.boolean(),
    focused: fc.boolean(),
    paused: fc.boolean(),
    desktopQuiet: fc.boolean(),
    settings: fc.record({
      ringTone: fc.boolean(),
      ringDuringCalls: fc.boolean(),
      alerts: fc
        .array(change(which), { maxLength: which.length * 5 })
        .map((changes) => ({ ...defaultAlertSettings, changes })),
    }),
  });

describe('over the whole matrix', () => {
  it('an emergency is never silent unless the user said so', () => {
    // Whatever they said of the others.
    fc.assert(
      fc.property(circumstances(['Normal', 'Urgent']), (each) => {
        const plan = decideAlert({ ...each, importance: 'Emergency' });
        expect(plan.ring).toMatchObject({ tone: 'emergency' });
        expect(plan.notification).toMatchObject({ urgency: 'critical', timeoutMs: null });
      }),
    );
  });

  it('what does not pass Do Not Disturb is silent in every channel', () => {
    fc.assert(
      fc.property(circumstances(), fc.boolean(), (each, paused) => {
        const presence = paused ? each.presence : 'DoNotDisturb';
        const { changes } = each.settings.alerts;
        if (ruleOf(changes, each.kind, each.importance).throughDoNotDisturb) return;
        expect(decideAlert({ ...each, paused, presence })).toMatchObject({
          ...{ notification: null, ring: null, ringWindow: null },
          ...{ takeFocus: false, flash: false, tray: 'quiet', acknowledge: false },
        });
      }),
    );
  });

  it('never gives the keyboard to anything but what has to be acknowledged, nor while Parley has it', () => {
    fc.assert(
      fc.property(circumstances(), (each) => {
        const plan = decideAlert(each);
        if (plan.takeFocus) expect([each.focused, plan.acknowledge]).toEqual([false, true]);
      }),
    );
  });

  it('makes the three importances differ to eye and ear wherever all three are announced', () => {
    fc.assert(
      fc.property(
        circumstances([]),
        fc.constantFrom('call' as const, 'meeting' as const),
        (each, kind) => {
          const plans = importances.map((importance) => decideAlert({ ...each, kind, importance }));
          if (plans.some(({ notification }) => notification === null)) return;
          expect(new Set(plans.map(({ notification }) => JSON.stringify(notification))).size).toBe(
            3,
          );
          const tones = plans.flatMap(({ ring }) => (ring === null ? [] : JSON.stringify(ring)));
          expect(new Set(tones).size).toBe(tones.length);
        },
      ),
    );
  });
});
