import { join } from 'node:path';
import type { ElectronRuntime } from '../../build/runtime/runtime.ts';
import type { Sandbox } from '../../main/sandbox/index.ts';
import { ParleyApp } from '../e2e/support/parley-app.ts';
import { TraceFollower } from '../support/trace-follower.ts';

/** Where a window stands on the screen, in pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One of the people of the tour with a Parley of their own. */
export class Actor {
  readonly app: ParleyApp;
  /** Full name, as others see it. */
  readonly name: string;
  readonly uri: string;
  readonly trace: TraceFollower;

  private constructor(app: ParleyApp, name: string, uri: string, trace: TraceFollower) {
    this.app = app;
    this.name = name;
    this.uri = uri;
    this.trace = trace;
  }

  /**
   * Starts Parley and signs in.
   * @param userName first part of the address
   * @param folder for the trace file
   */
  static async enter(
    userName: string,
    options: {
      readonly runtime: ElectronRuntime;
      readonly env: NodeJS.ProcessEnv;
      readonly sandbox: Sandbox;
      readonly folder: string;
      readonly bounds: Bounds;
    },
  ): Promise<Actor> {
    const { runtime, env, sandbox, folder, bounds } = options;
    const user = sandbox.users.find(({ uri }) => uri.startsWith(`sip:${userName}@`));
    if (user === undefined) throw new Error(`No demo user ${userName}`);
    const traceFile = join(folder, `${userName}.jsonl`);
    const trace = await TraceFollower.follow(traceFile);
    const app = await ParleyApp.launch({ runtime, env, args: [`--trace-file=${traceFile}`] });
    const actor = new Actor(app, user.name, user.uri, trace);
    await actor.setBounds(bounds);
    await app.signIn(user, sandbox.discoveryUrl);
    return actor;
  }

  /** Moves the main window. */
  async setBounds(bounds: Bounds): Promise<void> {
    const window = await this.app.electronApp.browserWindow(this.app.page);
    await window.evaluate((main, place) => main.setBounds(place), bounds);
  }

  async leave(): Promise<void> {
    await this.app.quit();
    await this.trace.close();
  }
}
