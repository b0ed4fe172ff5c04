/** A browser without anything around it: shows the page at BROWSER_URL. */
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.loadURL(process.env.BROWSER_URL);
});
