import { runCommand } from '../lib/user-error.ts';
import { buildParts, watchParts } from './build-parts.ts';

/** `npm run build [-- --watch]`. */
await runCommand(async () => {
  if (process.argv.includes('--watch')) {
    await watchParts();
    return 0;
  }
  const built = await buildParts();
  console.log(built.length === 0 ? 'Everything is built.' : `Built: ${built.join(', ')}.`);
  return 0;
});
