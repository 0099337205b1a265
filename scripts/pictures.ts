// `npm run pictures`: how every kind of page looks, and every tool in use, in the browsers that are here: on a phone and a desk, light,
// dark, in a reader's own colours and on paper. A picture each, and contact sheets of them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findFirefox, findWebKit, onPath } from './browsers/find.ts';
import { buildSite } from './build.ts';
import { dist, root } from './paths.ts';
import { openChromium } from './pictures/chromium.ts';
import { contactSheets, drawPdf } from './pictures/contact-sheet.ts';
import type { Print } from './pictures/contact-sheet.ts';
import { openFirefox } from './pictures/firefox.ts';
import { subjects } from './pictures/subjects.ts';
import { views } from './pictures/views.ts';
import type { Camera, Subject, View } from './pictures/views.ts';
import { openWebKit } from './pictures/webkit.ts';
import { freePort } from './ports.ts';
import { serveSite } from './serve.ts';

const engines = ['chromium', 'firefox', 'webkit'] as const;
type EngineName = (typeof engines)[number];

const usage = `Usage: npm run pictures -- [--engine ${engines.join('|')}] [--view ${views.map(({ name }) => name).join('|')}] [--out DIR] [NAME …]
NAME  ${subjects.map(({ name }) => name).join(' ')}`;

/** Git ignores it, and so does the watcher of \`npm run dev\`. */
const FOLDER = join(root, '.orbinto', 'pictures');

interface Wanted {
  engines: readonly EngineName[];
  views: readonly View[];
  subjects: readonly Subject[];
  out: string;
}

function wanted(args: string[]): Wanted {
  const list = { type: 'string', multiple: true } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { engine: list, view: list, out: { type: 'string', default: FOLDER } },
    allowPositionals: true,
  });
  const chosen = <Item>(
    items: readonly Item[],
    nameOf: (item: Item) => string,
    names: readonly string[] = [],
  ): Item[] => {
    const unknown = names.filter((name) => !items.some((item) => nameOf(item) === name));
    if (unknown.length > 0) throw new TypeError(`There is no ${unknown.join(', ')}.`);
    return items.filter((item) => names.length === 0 || names.includes(nameOf(item)));
  };
  return {
    engines: chosen(engines, (name) => name, values.engine),
    views: chosen(views, ({ name }) => name, values.view),
    subjects: chosen(subjects, ({ name }) => name, positionals),
    out: resolve(values.out),
  };
}

/** @returns undefined where the browser is not on this machine */
async function openCamera(name: EngineName, site: string): Promise<Camera | undefined> {
  if (name === 'chromium') return openChromium(site);
  const firefox = findFirefox();
  if (name === 'firefox') return firefox === undefined ? undefined : openFirefox(firefox, site);
  const webkit = findWebKit();
  return webkit && openWebKit(webkit, site);
}

/** Takes the pictures of one view, and lays them out. */
async function takeView(camera: Camera, view: View, list: readonly Subject[], folder: string): Promise<number> {
  const prints: Print[] = [];
  for (const subject of list.filter((one) => camera.takes(one, view))) {
    try {
      const taken = await camera.take(subject, view);
      const png = view.look === 'print' ? await drawPdf(taken) : taken;
      if (png !== taken) writeFileSync(join(folder, `${subject.name}.pdf`), taken);
      writeFileSync(join(folder, `${subject.name}.png`), png);
      prints.push({ name: subject.name, png });
    } catch (error) {
      console.error(`${subject.name}, ${view.name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  for (const [index, sheet] of (await contactSheets(prints, view.width)).entries())
    writeFileSync(`${folder}-${index + 1}.png`, sheet);
  return prints.length;
}

async function main({ engines: names, views: looks, subjects: list, out }: Wanted): Promise<void> {
  await buildSite({ onlyIfStale: true });
  const site = await serveSite({ directory: dist, port: await freePort() });
  try {
    for (const name of names) {
      const camera = await openCamera(name, site.url);
      if (!camera) {
        console.log(`${name}: not installed`);
        continue;
      }
      for (const view of looks) {
        if (view.look === 'print' && onPath('pdftoppm') === undefined) {
          console.log('print: needs pdftoppm, of poppler');
          continue;
        }
        const folder = join(out, name, view.name);
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        console.log(`${name}, ${view.name}: ${await takeView(camera, view, list, folder)} pictures`);
      }
      await camera.close();
    }
    console.log(`Contact sheets, and the pictures in folders beside them: ${out}`);
  } finally {
    await site.close();
  }
}

try {
  await main(wanted(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error);
  process.exitCode = 1;
}
