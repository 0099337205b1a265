import type { Browser } from '@playwright/test';
import { freePort } from '../../scripts/ports.ts';
import { serveSite } from '../../scripts/serve.ts';
import { installPeers } from '../peers.ts';
import { figure, median } from '../report.ts';
import type { Goal, Part } from '../report.ts';
import { launch } from '../browser.ts';
import { withFolder } from './builders.ts';
import { largeDocument } from './documents.ts';
import { findOperation, makeViewers } from './viewers.ts';
import type { Operation, Viewer } from './viewers.ts';
import { visit } from './visit.ts';
import type { Kind, Speed, Visit } from './visit.ts';

const ROUNDS: Readonly<Record<Speed, number>> = { fast: 7, slow: 5 };
const KB = 1000;

interface Served {
  readonly viewer: Viewer;
  readonly url: string;
  readonly visits: Readonly<Record<Speed, Visit[]>>;
}

/** What a reader gets who opens the address of one operation. */
export async function page(): Promise<Part> {
  await installPeers();
  return withFolder(async (folder) => {
    const source = await largeDocument(folder);
    const operation = await findOperation(source.file, source.operation);
    const viewers = await makeViewers(folder, source.file, operation);
    const closers: (() => Promise<void>)[] = [];
    try {
      const served: Served[] = [];
      for (const viewer of viewers) {
        const site = await serveSite({ directory: viewer.folder, port: await freePort() });
        closers.push(() => site.close());
        served.push({ viewer, url: site.url, visits: { fast: [], slow: [] } });
      }
      const browser = await launch();
      closers.unshift(() => browser.close());
      await visitAll(browser, served, operation);
      return report(served, operation, source.name, browser.version());
    } finally {
      for (const close of closers) await close();
    }
  });
}

/** Each is opened once uncounted, so that the server has its files compressed. */
async function visitAll(browser: Browser, served: readonly Served[], { summary }: Operation): Promise<void> {
  for (const { viewer, url } of served) await visit(browser, url, viewer, summary, 'fast');
  for (const speed of ['fast', 'slow'] as const) {
    for (let round = 0; round < ROUNDS[speed]; round += 1) {
      for (const { viewer, url, visits } of served)
        visits[speed].push(await visit(browser, url, viewer, summary, speed));
    }
  }
}

const time = ({ visits }: Served, speed: Speed): number => median(visits[speed].map(({ heading }) => heading));
const bytes = ({ visits }: Served, kind: Kind): number => median(visits.fast.map((one) => one.bytes[kind]));

/** The median of the ratios within a round. */
function ratio(own: Served, other: Served, speed: Speed): number {
  return median(own.visits[speed].map(({ heading }, round) => heading / (other.visits[speed][round]?.heading ?? NaN)));
}

function report(served: readonly Served[], operation: Operation, document: string, version: string): Part {
  const [own, starlight] = served;
  const goals: Goal[] =
    own && starlight
      ? (['fast', 'slow'] as const).map((speed) => ({
          what: `heading, ${speed}, of starlight-openapi’s`,
          reached: ratio(own, starlight, speed),
          unit: '×',
          bound: { max: 1 },
        }))
      : [];
  return {
    title: 'Page',
    method:
      `Chromium ${version} opens \`${operation.method.toUpperCase()} ${operation.path}\` of ${document}, nothing cached, third parties out of reach, all ` +
      `from one static server, compressed; medians of ${ROUNDS.fast} rounds, ${ROUNDS.slow} slow ones, in turn. The heading counts when it is painted in ` +
      'the window. Slow is 1.6 Mbit/s, 150 ms and a CPU slowed 4×. Bytes as transferred until 1.5 s after the heading; data is the document itself and what else is fetched.',
    columns: ['viewer', 'heading, fast', 'slow', 'HTML', 'JavaScript', 'CSS', 'fonts', 'data', 'elements'],
    rows: served.map((one) => [
      one.viewer.name,
      ...(['fast', 'slow'] as const).map((speed) => milliseconds(time(one, speed))),
      ...(['html', 'js', 'css', 'fonts', 'data'] as const).map((kind) => `${figure(bytes(one, kind) / KB)} kB`),
      figure(median(one.visits.fast.map(({ elements }) => elements))),
    ]),
    goals,
  };
}

const milliseconds = (value: number): string => (Number.isFinite(value) ? `${figure(value)} ms` : 'over a minute');
