import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { WebKitPrograms } from '../browsers/find.ts';
import { startDisplay, startWebKit } from '../browsers/webkit-session.ts';
import { drawImages } from './views.ts';
import type { Camera } from './views.ts';

/** What is taken is what the window shows, so that is as tall as may be. */
const SCREEN = { width: 1920, height: 3000 };

/** Milliseconds in which a page that is loaded is drawn. */
const DRAWN = 1000;

/** Debian's Python, for which Debian has WebKit. */
const PYTHON = '/usr/bin/python3';

/** Takes pages in both themes and on paper, without the tools in use; WebKit has no forced colours. @param site address of the site */
export async function openWebKit(programs: WebKitPrograms, site: string): Promise<Camera> {
  const display = await startDisplay(programs, SCREEN);
  const session = await startWebKit(programs, display);
  const { driver } = session;
  /** @returns the borders of the window's page, within the screen */
  const openAt = async (address: string, theme: string, width: number) => {
    await driver.get(`${site}/robots.txt`);
    await driver.executeScript('localStorage.setItem("starlight-theme", arguments[0])', theme);
    const window = driver.manage().window();
    await window.setRect({ x: 0, y: 0, width, height: SCREEN.height });
    await driver.get(site + address);
    await driver.executeAsyncScript(`(${drawImages.toString()})().then(arguments[0])`);
    await driver.sleep(DRAWN);
    const [inner = 0, shown = 0, outer = 0] = await driver.executeScript<number[]>(
      'return [innerWidth, innerHeight, outerHeight]',
    );
    return { left: 0, top: Math.max(0, outer - shown), width: inner, height: shown };
  };
  const canPrint = spawnSync(PYTHON, ['-c', 'import gi; gi.require_version("WebKit2", "4.1")']).status === 0;
  if (!canPrint) console.log('webkit, print: needs python3-gi and gir1.2-webkit2-4.1');
  const print = async (address: string): Promise<Buffer> => {
    const file = join(dirname(display.file), 'page.pdf');
    const program = join(import.meta.dirname, 'webkit-print.py');
    const script = `await (${drawImages.toString()})(); await new Promise((drawn) => setTimeout(drawn, ${DRAWN}))`;
    // GTK translates the name of the printer.
    const env = { ...display.env, LC_ALL: 'C.UTF-8' };
    await promisify(execFile)(PYTHON, [program, site + address, file, script], { env });
    return readFile(file);
  };
  return {
    takes: ({ stage }, { look }) => stage === undefined && (look === 'print' ? canPrint : look !== 'forced-colors'),
    take: async ({ address }, { look, width }) => {
      if (look === 'print') return print(address);
      const page = await openAt(address, look, width);
      return sharp(...readScreen(display.file))
        .extract(page)
        .png()
        .toBuffer();
    },
    close: async () => {
      await session.close();
      await display.close();
    },
  };
}

/**
 * The driver's own pictures never come where nothing composes them: the screen is read instead, as X keeps it.
 *
 * @see https://www.x.org/releases/current/doc/xwd (XWDFile.h): a header of 32-bit numbers, a table of colours, then BGRX
 */
function readScreen(file: string): Parameters<typeof sharp> {
  const dump = readFileSync(file);
  const field = (index: number): number => dump.readUInt32BE(index * 4);
  const [header, width, height, perLine, colours] = [field(0), field(4), field(5), field(12), field(19)];
  const pixels = Buffer.alloc(width * height * 3);
  const start = header + colours * 12;
  for (let y = 0, to = 0; y < height; y += 1)
    for (let from = start + y * perLine, x = 0; x < width; x += 1, from += 4, to += 3)
      pixels.set([dump[from + 2] ?? 0, dump[from + 1] ?? 0, dump[from] ?? 0], to);
  return [pixels, { raw: { width, height, channels: 3 } }];
}
