import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The first line of standard input. */
export async function passwordFromStdin(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? '';
}

/**
 * Asks on the terminal; what is typed is not shown. Null where nobody can be asked.
 * @throws PasswordRefused on Ctrl-C and Ctrl-D
 */
export async function askPassword(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  // The line editor works as ever, but draws into nothing.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  process.stdout.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('line', resolve);
      // Also what Ctrl-C comes to.
      terminal.once('close', () => reject(new PasswordRefused('No password was typed')));
    });
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}

/** The user wants to go no further. */
export class PasswordRefused extends Error {
  override readonly name = 'PasswordRefused';
}
