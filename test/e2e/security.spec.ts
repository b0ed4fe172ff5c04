import { expect, test } from './support/fixtures.ts';

test('the page has no Node, and no token in anything it can reach', async ({
  signedIn,
  sandbox,
}) => {
  const alex = await signedIn('alex');
  const tokens = sandbox.control.ticketsOf('alex@parley.test');
  expect(tokens.length).toBeGreaterThan(0);
  const seen = await alex.page.evaluate(async () => {
    const reply = await window.parley.invoke('state.snapshot', undefined);
    return {
      require: typeof (globalThis as Record<string, unknown>).require,
      process: typeof (globalThis as Record<string, unknown>).process,
      bridge: Object.keys(window.parley),
      state: JSON.stringify(reply),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    };
  });
  expect(seen.require).toBe('undefined');
  expect(seen.process).toBe('undefined');
  expect(seen.bridge.sort()).toEqual(['invoke', 'onMessage']);
  for (const secret of [...tokens, 'cwt=', '/ucwa/oauth/', '"password":']) {
    expect(seen.state).not.toContain(secret);
    expect(seen.storage).not.toContain(secret);
  }
});

test('navigation, new windows and remote content are refused', async ({ signedIn, sandbox }) => {
  const alex = await signedIn('alex');
  const home = alex.page.url();
  const before = alex.electronApp.windows().length;
  const result = await alex.page.evaluate(async (origin) => {
    const opened = window.open(`${origin}/Autodiscover/XFrame/XFrame.html`);
    const fetched = await fetch(origin).then(
      () => 'fetched',
      () => 'refused',
    );
    const script = await new Promise((resolve) => {
      const element = document.createElement('script');
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('refused');
      element.src = `${origin}/script.js`;
      document.head.append(element);
    });
    return { opened: opened === null ? 'refused' : 'opened', fetched, script };
  }, sandbox.origin);
  expect(result).toEqual({ opened: 'refused', fetched: 'refused', script: 'refused' });
  expect(alex.electronApp.windows()).toHaveLength(before);

  // Playwright waits for a navigation that was refused, so main asks the page and reads its address.
  const mainWindow = await alex.electronApp.browserWindow(alex.page);
  const after = await mainWindow.evaluate(async ({ webContents }, origin) => {
    await webContents.executeJavaScript(`location.href = ${JSON.stringify(origin)}; undefined`);
    const title: unknown = await webContents.executeJavaScript('document.title');
    return { url: webContents.getURL(), title };
  }, sandbox.origin);
  expect(after).toEqual({ url: home, title: 'Parley – Alex Rivera' });
});

test('a download is refused', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  const mainWindow = await alex.electronApp.browserWindow(alex.page);
  const refused = mainWindow.evaluate(
    ({ webContents }) =>
      new Promise<boolean>((resolve) => {
        webContents.session.once('will-download', (event: { readonly defaultPrevented: boolean }) =>
          resolve(event.defaultPrevented),
        );
      }),
  );
  await alex.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['file']));
    link.download = 'file.txt';
    link.click();
  });
  expect(await refused).toBe(true);
});

test('a command of a forged sender is refused', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  // A window that Parley did not make, with the real preload script: what a compromised page would try.
  const reply = await alex.electronApp.evaluate(async ({ app, BrowserWindow }) => {
    const path = process.getBuiltinModule
      ? process.getBuiltinModule('node:path')
      : (process.mainModule?.require('node:path') as typeof import('node:path'));
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        preload: path.join(app.getAppPath(), 'dist/preload/index.cjs'),
      },
    });
    await window.loadURL('data:text/html,<title>forged</title>');
    const answer: unknown = await window.webContents.executeJavaScript(
      `window.parley.invoke('session.signOut', undefined).then(JSON.stringify, String)`,
    );
    window.destroy();
    return String(answer);
  });
  expect(reply).toContain('forbidden-sender');
  await expect(alex.dialBox()).toBeVisible();
});

test('a payload that breaks the contract is refused', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  const replies = await alex.page.evaluate(async () => {
    const invoke = window.parley.invoke as (name: string, payload: unknown) => Promise<unknown>;
    return JSON.stringify([
      await invoke('calls.answer', { callId: 7 }),
      await invoke('no.such.command', {}),
      await invoke('settings.update', { tokens: 'x' }),
    ]);
  });
  expect(JSON.parse(replies)).toEqual([
    { ok: false, error: expect.objectContaining({ code: 'invalid-payload' }) },
    { ok: false, error: expect.objectContaining({ code: 'unknown-command' }) },
    { ok: false, error: expect.objectContaining({ code: 'invalid-payload' }) },
  ]);
});
