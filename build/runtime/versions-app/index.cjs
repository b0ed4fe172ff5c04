/** Prints the versions of the runtime that runs it, and ends. */
const { app } = require('electron');

const { electron, chrome, node } = process.versions;
process.stdout.write(`${JSON.stringify({ electron, chrome, node })}\n`, () => app.exit(0));
