import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DoctorRun, doctorSteps } from '../../../app/domain/doctor.ts';
import { Stage } from './support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const wish = () => ({
  address: 'alex@parley.test',
  discoveryUrl: stage.sandbox.discoveryUrl,
  trustedHosts: [],
  choice: { method: 'password', userName: null, password: 'not the password' } as const,
});

const finished = (run: DoctorRun | null) => (run?.phase === 'done' ? run : null);
const applications = () => stage.sandbox.control.applicationsOf('alex@parley.test');

it('shows each step as it comes, and keeps the password out of the state', async () => {
  const alex = stage.add();
  const counts: number[] = [];
  alex.parley.store.patches.subscribe(() => counts.push(alex.state.doctor?.results.length ?? -1));
  await alex.commands['doctor.start'](wish());
  const run = await alex.until(({ doctor }) => finished(doctor));
  expect(run.results.map(({ step }) => step)).toEqual(doctorSteps);
  expect(run.results.find(({ step }) => step === 'ticket')?.status).toBe('failed');
  expect([...new Set(counts)]).toEqual([0, ...doctorSteps.map((_step, index) => index + 1)]);
  expect(JSON.stringify(alex.state)).not.toContain('not the password');
});

it('looks at the session that is open, and leaves it as it is', async () => {
  const alex = await stage.enter('alex@parley.test');
  const before = applications();
  await alex.commands['doctor.start'](null);
  const run = await alex.until(({ doctor }) => finished(doctor));
  expect(run.results.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(run.results.find(({ step }) => step === 'events')?.status).toBe('passed');
  expect(applications().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(alex.state.session.phase).toBe('online');
  expect(alex.state.me?.presence.availability).toBe('Online');
});

it('has nothing to look at when nobody is signed in', async () => {
  const alex = stage.add();
  await expect(alex.commands['doctor.start'](null)).rejects.toMatchObject({
    error: { code: 'not-signed-in' },
  });
  expect(alex.state.doctor).toBeNull();
});

it('runs the same again, and forgets it when it is closed', async () => {
  const alex = stage.add();
  await alex.commands['doctor.start']({ ...wish(), choice: null });
  const first = await alex.until(({ doctor }) => finished(doctor));
  await alex.commands['doctor.again'](undefined);
  expect(alex.state.doctor).toMatchObject({ phase: 'running', results: [] });
  const second = await alex.until(({ doctor }) => finished(doctor));
  expect(second.results.map(({ status }) => status)).toEqual(
    first.results.map(({ status }) => status),
  );
  await alex.commands['doctor.close'](undefined);
  expect(alex.state.doctor).toBeNull();
  await alex.commands['doctor.again'](undefined);
  expect(alex.state.doctor).toBeNull();
});

it('when cancelled, skips the rest and closes what it opened', async () => {
  const alex = stage.add();
  const choice = { ...wish().choice, password: 'parley' };
  await alex.commands['doctor.start']({ ...wish(), choice });
  await alex.until(({ doctor }) => doctor?.results.some(({ step }) => step === 'application'));
  await alex.commands['doctor.cancel'](undefined);
  const run = await alex.until(({ doctor }) => (doctor?.phase === 'cancelled' ? doctor : null));
  expect(run.results.at(-1)).toMatchObject({ step: 'closing', status: 'passed' });
  expect(run.results.at(-2)).toMatchObject({ step: 'policies', status: 'skipped' });
  expect(applications()).toEqual([]);
});
