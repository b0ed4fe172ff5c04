/**
 * What `electron FOLDER` means. The test runtime comes without Electron's own default app, so this
 * one reads the folder's package.json, presents the program under its name and starts it.
 */
const { app } = require('electron');
const path = require('node:path');

const folder = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
const description = require(path.join(folder, 'package.json'));
const name = description.productName ?? description.name;

app.setAppPath(folder);
app.setName(name);
app.setVersion(description.version);
app.setDesktopName(`${description.name}.desktop`);
const userData = app.commandLine.getSwitchValue('user-data-dir');
app.setPath('userData', userData || path.join(app.getPath('appData'), name));
require(path.join(folder, description.main));
