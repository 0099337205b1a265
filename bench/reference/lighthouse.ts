import { pathToFileURL } from 'node:url';
import { freePort } from '../../scripts/ports.ts';
import { buildSite } from '../../scripts/build.ts';
import { ensureChromium } from '../../scripts/browsers/ensure-chromium.ts';
import { dist, root } from '../../scripts/paths.ts';
import { serveSite } from '../../scripts/serve.ts';
import { keepMeasurement } from '../../src/site/facts/measurement.ts';
import { MEASURED_PARTS } from '../../src/site/quality/quality-report.ts';
import type { LighthouseRun } from '../../src/site/quality/quality-report.ts';
import { installPeers } from '../peers.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { chromium } from '@playwright/test';

const RUNS = 5;
const PAGES = {
  'operation page': '/reference/contacts/create-contact/',
  guide: '/guides/errors/',
  'landing page': '/',
} as const;
const GOALS = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

type Category = keyof typeof GOALS;
const CATEGORIES = Object.keys(GOALS) as Category[];

/** What is used of Lighthouse's result. */
interface Result {
  readonly lhr: {
    readonly lighthouseVersion: string;
    readonly runtimeError?: { readonly message: string };
    readonly categories: Readonly<
      Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
    >;
    readonly audits: Readonly<Record<string, { score: number | null; numericValue?: number }>>;
  };
}
type Lighthouse = (url: string, flags: Readonly<Record<string, unknown>>) => Promise<Result | undefined>;

interface Measured {
  readonly name: string;
  readonly results: Result['lhr'][];
}

/** Lighthouse's marks for pages of this site, served as in production. */
export async function lighthouse(): Promise<Part> {
  const find = await installPeers();
  const { default: run } = (await import(pathToFileURL(find('lighthouse')).href)) as { default: Lighthouse };
  await buildSite({ onlyIfStale: true });
  const site = await serveSite({ directory: dist, port: await freePort() });
  const port = await freePort();
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
  try {
    const browser = await chromium.launch({ executablePath: ensureChromium(), args });
    try {
      const measured = Object.keys(PAGES).map((name): Measured => ({ name, results: [] }));
      for (let round = 0; round < RUNS; round += 1) {
        for (const [index, path] of Object.values(PAGES).entries()) {
          measured[index]?.results.push(await runOnce(run, `${site.url}${path}`, port));
        }
      }
      keepMeasurement(MEASURED_PARTS.lighthouse, figures(measured), root);
      return report(measured);
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}

/** On Lighthouse's own profile: a phone on a slow 4G network. */
async function runOnce(run: Lighthouse, url: string, port: number): Promise<Result['lhr']> {
  const result = await run(url, { port, logLevel: 'error', onlyCategories: CATEGORIES, maxWaitForLoad: 45_000 });
  if (!result) throw new Error(`Lighthouse says nothing about ${url}`);
  if (result.lhr.runtimeError) throw new Error(`Lighthouse: ${result.lhr.runtimeError.message} (${url})`);
  return result.lhr;
}

/** What the quality page tells. */
function figures(measured: readonly Measured[]): LighthouseRun {
  const pages = measured.map((one) => ({
    page: one.name,
    performance: mark(one, 'performance'),
    accessibility: mark(one, 'accessibility'),
    best_practices: mark(one, 'best-practices'),
    seo: mark(one, 'seo'),
  }));
  return { version: measured[0]?.results[0]?.lighthouseVersion ?? '', pages };
}

const mark = ({ results }: Measured, category: Category): number =>
  median(results.map(({ categories }) => Math.round((categories[category].score ?? 0) * 100)));

const metric = ({ results }: Measured, audit: string): number =>
  median(results.map(({ audits }) => audits[audit]?.numericValue ?? NaN));

/** What costs marks in the last run; measures of time have their own columns. */
function lost({ results }: Measured): string {
  const last = results.at(-1);
  const refs = CATEGORIES.filter((one) => one !== 'performance').flatMap(
    (one) => last?.categories[one].auditRefs ?? [],
  );
  const failed = refs.filter(({ id, weight }) => weight > 0 && (last?.audits[id]?.score ?? 1) < 1);
  return failed.map(({ id }) => id).join(', ') || 'nothing';
}

function report(measured: readonly Measured[]): Part {
  const version = measured[0]?.results[0]?.lighthouseVersion ?? '';
  return {
    title: 'Lighthouse',
    method:
      `Lighthouse ${version}, its mobile profile, medians of ${RUNS} runs; the production build with its headers, compressed, from this machine. ` +
      'FCP, LCP and TBT are simulated for the phone; the last column names what else cost marks.',
    columns: ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'FCP', 'LCP', 'TBT', 'CLS', 'lost by'],
    rows: measured.map((one) => [
      one.name,
      ...CATEGORIES.map((category) => figure(mark(one, category))),
      ...(['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'] as const).map(
        (audit) => `${figure(metric(one, audit))} ms`,
      ),
      figure(metric(one, 'cumulative-layout-shift')),
      lost(one),
    ]),
    goals: measured.flatMap((one) =>
      CATEGORIES.map((category) => ({
        what: `${one.name}: ${category}`,
        reached: mark(one, category),
        unit: '',
        bound: { min: GOALS[category] },
      })),
    ),
  };
}
