import type { Sandbox, SandboxUser } from '../../../main/sandbox/index.ts';

/** @param name first part of the address */
export function demoUser(sandbox: Sandbox, name: string): SandboxUser {
  const user = sandbox.users.find(({ uri }) => uri.startsWith(`sip:${name}@`));
  if (user === undefined) throw new Error(`No demo user ${name}`);
  return user;
}

/** Whether the program of this user is available and its event request hangs: calls can come. */
export const isListening = (sandbox: Sandbox, { uri }: SandboxUser): boolean =>
  sandbox.control.applicationsOf(uri).some(({ available, polling }) => available && polling);
