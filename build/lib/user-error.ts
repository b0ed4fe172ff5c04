/** A failure the user can do something about: shown as its message alone, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * Runs the body of a command and turns its outcome into the exit code of this process.
 * @param body returns the exit code; a UserError it throws is shown in plain words
 */
export async function runCommand(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = 1;
  }
}
