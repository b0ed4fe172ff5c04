/** The arguments of the start command itself; the rest belongs to Parley. */
export interface OwnArguments {
  /** Start a desktop of its own, without a screen. */
  readonly headless: boolean;
  /** Look for a better runtime than the kept one. */
  readonly refreshRuntime: boolean;
  readonly rest: readonly string[];
}

export function ownArguments(args: readonly string[]): OwnArguments {
  const own = ['--headless', '--refresh-runtime'];
  return {
    headless: args.includes('--headless'),
    refreshRuntime: args.includes('--refresh-runtime'),
    rest: args.filter((arg) => !own.includes(arg)),
  };
}
