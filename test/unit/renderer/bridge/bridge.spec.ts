import { describe, expect, it } from 'vitest';
import type { ParleyBridge, WindowMessage } from '../../../../app/ipc/contract.ts';
import { createBridge } from '../../../../renderer/bridge/bridge.ts';

/** The preload script's side: records commands, sends whatever a test wants. */
const fakePreload = (invoke: (name: string) => Promise<unknown>) => {
  const invoked: { name: string; payload: unknown }[] = [];
  const listeners: ((message: WindowMessage) => void)[] = [];
  const parley = {
    invoke: (name: string, payload: unknown) => {
      invoked.push({ name, payload });
      return invoke(name);
    },
    onMessage: (listener: (message: WindowMessage) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as ParleyBridge;
  const send = (message: unknown): void => {
    for (const listener of listeners) listener(message as WindowMessage);
  };
  return { parley, invoked, send };
};

describe('bridge', () => {
  it('turns a command that cannot be delivered into an error the user can read', async () => {
    const { parley, invoked } = fakePreload((name) =>
      name === 'log.rendererError' ? Promise.resolve() : Promise.reject(new Error('gone')),
    );
    const reply = await createBridge(parley).invoke('session.signOut', undefined);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', messageKey: 'error.internal', values: {} },
    });
    expect(invoked.at(-1)?.name).toBe('log.rendererError');
  });

  it('hands on what main says and reports what it cannot read', () => {
    const { parley, invoked, send } = fakePreload(() => Promise.resolve());
    const heard: WindowMessage[] = [];
    createBridge(parley).onMessage((message) => heard.push(message));
    send({ type: 'askClose' });
    send({ type: 'media', requestId: 1, request: { method: 'explode', callId: 'c1' } });
    expect(heard).toEqual([{ type: 'askClose' }]);
    expect(invoked.map(({ name }) => name)).toEqual(['log.rendererError']);
  });

  it('cuts a report to what the contract allows', () => {
    const { parley, invoked } = fakePreload(() => Promise.resolve());
    createBridge(parley).reportError('x'.repeat(10_000));
    expect(invoked).toEqual([
      { name: 'log.rendererError', payload: { message: 'x'.repeat(4000) } },
    ]);
  });
});
