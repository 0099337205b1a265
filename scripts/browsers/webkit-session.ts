/** WebKitGTK, the engine of Safari, driven by WebDriver. @see https://www.w3.org/TR/webdriver2/ */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import type { WebDriver } from 'selenium-webdriver';
import { freePort } from '../ports.ts';
import type { WebKitPrograms } from './find.ts';

/** In containers there are neither the namespaces nor the graphics that it would like to use. */
const SETTINGS = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };

/** Milliseconds in which a driver or a browser comes up, or hangs. */
const START_LIMIT = 20_000;

/** A screen that nobody sees. */
export interface Display {
  /** What a browser on it is started with. */
  readonly env: NodeJS.ProcessEnv;
  /** Holds what it shows, in the format of xwd. */
  readonly file: string;
  close(): Promise<void>;
}

/** @param size of the screen, in pixels */
export async function startDisplay(
  programs: WebKitPrograms,
  size: { width: number; height: number } = { width: 1920, height: 1200 },
): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'display-'));
  const geometry = `${size.width}x${size.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp', '-fbdir', folder];
  const screen = spawn(programs.display, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const env = { ...process.env, ...SETTINGS, DISPLAY: `:${number.toString().trim()}` };
  return {
    env,
    file: join(folder, 'Xvfb_screen0'),
    close: async () => {
      await end(screen);
      rmSync(folder, { recursive: true });
    },
  };
}

/** A browser of its own: WebKit's automation keeps its storage in memory and forgets it at the end. */
export interface WebKitSession {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

/** @throws where it does not come up a second time either: now and then it hangs at its start, and the next one does not */
export function startWebKit(programs: WebKitPrograms, { env }: Display): Promise<WebKitSession> {
  return startOnce(programs, env).catch(() => startOnce(programs, env));
}

async function startOnce(programs: WebKitPrograms, env: NodeJS.ProcessEnv): Promise<WebKitSession> {
  const port = await freePort();
  const program = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
  const giveUp = setTimeout(() => program.kill(), START_LIMIT);
  try {
    const server = `http://127.0.0.1:${port}`;
    await untilUp(server, program);
    const options = {
      binary: programs.browser,
      args: ['--automation', '--javascript-can-open-windows-automatically=true'],
    };
    const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
    const close = async (): Promise<void> => {
      try {
        await driver.quit();
      } finally {
        await end(program);
      }
    };
    return { driver, close };
  } finally {
    clearTimeout(giveUp);
  }
}

async function untilUp(server: string, program: ChildProcess): Promise<void> {
  while (program.exitCode === null && program.signalCode === null) {
    if (await fetch(`${server}/status`).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('The WebKit driver has ended.');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.kill()) await ended;
}
