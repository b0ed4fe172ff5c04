/**
 * What everything is compared with: an Electron with one empty window, which its shortcut shows and
 * hides. With `--verb` it says when its first line runs, and ends: no program of Electron is faster.
 *
 * EMPTY_TRACE is the file of its moments, in the form of Parley's own.
 */
const { appendFileSync } = require('node:fs');

const file = process.env.EMPTY_TRACE;
const mark = (name) => {
  const atMs = performance.timeOrigin + performance.now();
  appendFileSync(file, `${JSON.stringify({ name, callId: 'empty', atMs })}\n`);
};

if (process.argv.includes('--verb')) {
  mark('verb-arrived');
  process.exit(0);
}

const { app, BrowserWindow, globalShortcut } = require('electron');

const page = 'data:text/html,<!doctype html><title>Empty</title><input autofocus>';
/** Two frames later the first one is on the screen. */
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 600, height: 420, show: false });
  await window.loadURL(page);
  globalShortcut.register('CommandOrControl+Shift+E', async () => {
    mark('quick-dial-asked');
    window.show();
    window.focus();
    await window.webContents.executeJavaScript(painted);
    mark('quick-dial-painted');
    window.hide();
  });
  window.show();
  await window.webContents.executeJavaScript(painted);
  window.hide();
  mark('empty-started');
});
