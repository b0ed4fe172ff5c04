import type { Sandbox } from '../sandbox/index.ts';
import { cast } from './cast.ts';

/**
 * Starts the built-in server on a free port of loopback, each colleague's title saying what to
 * expect. Telephones ring for a moment, then are answered. Loads it only now: outside of the demo nobody needs it.
 */
export async function startDemoServer(): Promise<Sandbox> {
  const { demoUsers, startSandbox } = await import('../sandbox/index.ts');
  const users = demoUsers.map((user) => {
    const member = cast.find(({ uri }) => uri === user.uri);
    return member === undefined ? user : { ...user, title: member.title };
  });
  return startSandbox({ users, telephonesAnswerAfterMs: 4_000 });
}
