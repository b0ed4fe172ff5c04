import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';

const appDir = join(import.meta.dirname, 'browser-app');
const pageDir = join(import.meta.dirname, 'browser-client');

/** The web server of a browser client; it is not the UCWA server. */
export class ClientSite {
  readonly #server: Server;
  readonly port: number;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  static async start(): Promise<ClientSite> {
    const files: Readonly<Record<string, readonly [file: string, type: string]>> = {
      '/': ['index.html', 'text/html'],
      '/client.js': ['client.js', 'text/javascript'],
    };
    const server = createServer(async (request, response) => {
      const [file, type] = files[request.url ?? ''] ?? [];
      if (file === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'Content-Type': `${type}; charset=utf-8` })
          .end(await readFile(join(pageDir, file)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    return new ClientSite(server, address.port);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** The Chromium of the Electron that the tests have, without Parley. */
export class Browser {
  readonly page: Page;
  readonly #app: ElectronApplication;
  readonly #profileDir: string;

  private constructor(app: ElectronApplication, page: Page, profileDir: string) {
    this.#app = app;
    this.page = page;
    this.#profileDir = profileDir;
  }

  /** @param hosts names that lead to this machine */
  static async open(options: {
    readonly runtime: ElectronRuntime;
    readonly env: NodeJS.ProcessEnv;
    readonly url: string;
    readonly hosts: readonly string[];
  }): Promise<Browser> {
    const profileDir = await mkdtemp(join(tmpdir(), 'parley-browser-'));
    const rules = options.hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',');
    const env = Object.entries(options.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const app = await electron.launch({
      executablePath: options.runtime.executablePath,
      args: [appDir, `--user-data-dir=${profileDir}`, `--host-resolver-rules=${rules}`],
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...Object.fromEntries(env), BROWSER_URL: options.url },
      timeout: 15_000,
    });
    const page = await app.firstWindow();
    await page.waitForLoadState();
    return new Browser(app, page, profileDir);
  }

  async close(): Promise<void> {
    await this.#app.close();
    await rm(this.#profileDir, { recursive: true, force: true });
  }
}
