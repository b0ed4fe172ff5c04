import { test as base } from '@playwright/test';
import { findRuntime } from '../../../build/runtime/find-runtime.ts';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import {
  demoUsers,
  type Sandbox,
  type SandboxOptions,
  type SandboxUser,
  startSandbox,
} from '../../../main/sandbox/index.ts';
import { DesktopSession, type DesktopSessionOptions } from '../../desktop/session.ts';
import { type LaunchOptions, ParleyApp } from './parley-app.ts';
import { desktopOfTheUser, ownDesktop, type Surroundings } from './surroundings.ts';

const onLinux = process.platform === 'linux';

type Launch = (
  options?: Pick<LaunchOptions, 'args' | 'devices' | 'profileDir'>,
) => Promise<ParleyApp>;

interface TestFixtures {
  /** Options of the server of this spec. */
  readonly sandboxOptions: SandboxOptions;
  /** The built-in UCWA server, over real HTTP on loopback. */
  readonly sandbox: Sandbox;
  /** Starts Parley; it is ended after the test. */
  readonly launch: Launch;
  /** Starts Parley and signs a demo user in. */
  readonly signedIn: (name: DemoName, options?: Parameters<Launch>[0]) => Promise<ParleyApp>;
}

interface WorkerFixtures {
  readonly runtime: ElectronRuntime;
  /** Parts of the desktop of this spec. */
  readonly desktopOptions: DesktopSessionOptions;
  /** A real desktop of the tests' own, shared by the tests of a worker; Linux only. */
  readonly desktop: DesktopSession;
  readonly surroundings: Surroundings;
}

export type DemoName = 'alex' | 'sam' | 'kim' | 'robin' | 'dana';

/** A demo user by the first part of the address. */
export function demoUser(name: DemoName): SandboxUser {
  const user = demoUsers.find(({ uri }) => uri === `sip:${name}@parley.test`);
  if (user === undefined) throw new Error(`No demo user ${name}`);
  return user;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies off this pattern.
  runtime: [async ({}, use) => use(await findRuntime()), { scope: 'worker' }],

  desktopOptions: [{}, { scope: 'worker', option: true }],

  surroundings: [onLinux ? ownDesktop : desktopOfTheUser, { scope: 'worker' }],

  desktop: [
    async ({ desktopOptions }, use) => {
      const desktop = await DesktopSession.start(desktopOptions);
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  sandboxOptions: [{}, { option: true }],

  sandbox: async ({ sandboxOptions }, use) => {
    // However a window stands, no spec waits for events that nobody hurries.
    const eventChannel = { maximumSeconds: 5, ...sandboxOptions.eventChannel };
    const sandbox = await startSandbox({ ...sandboxOptions, eventChannel });
    await use(sandbox);
    await sandbox.stop();
  },

  launch: async ({ runtime, surroundings }, use, testInfo) => {
    surroundings.forget();
    const apps: ParleyApp[] = [];
    await use(async (options = {}) => {
      const app = await ParleyApp.launch({ runtime, env: surroundings.env, ...options });
      apps.push(app);
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await surroundings.savePicture(testInfo.outputPath('desktop.png'));
      for (const [index, app] of apps.entries()) {
        const name = `log of the app started as number ${index + 1}`;
        await testInfo.attach(name, { body: await app.logTail(), contentType: 'text/plain' });
      }
    }
    for (const app of apps.reverse()) await app.quit();
  },

  signedIn: async ({ launch, sandbox }, use) => {
    await use(async (name, options) => {
      const app = await launch(options);
      await app.signIn(demoUser(name), sandbox.discoveryUrl);
      return app;
    });
  },
});

export { expect } from '@playwright/test';
