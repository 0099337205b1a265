import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SBOM_FILE } from '../licences/integration.ts';
import { licencesIn } from '../licences/site-sbom.ts';
import { BuiltScripts, weighSite } from './page-weights.ts';
import { qualityHtml } from './quality-html.ts';
import type { QualityReport } from './quality-report.ts';
import { checkQuality, readQuality, staleMeasurements } from './read-quality.ts';

/** What the page puts around its figures, for the build to find them. */
export const FIGURES = { start: '<!--quality-->', end: '<!--/quality-->' } as const;

/**
 * Goes after what writes the bill of materials, and before what reads the pages.
 * Completes the quality page when the site is built: only then are its own weights and licences known.
 * Under CI, what was measured of another commit ends the build.
 */
export function quality(): AstroIntegration {
  return {
    name: 'quality',
    hooks: {
      'astro:build:start': () => {
        const stale = process.env['CI'] ? staleMeasurements(readQuality()) : [];
        if (stale.length > 0) throw new Error(stale.join('\n'));
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const report = checkQuality({ ...readQuality(), built: ofBuild(folder) });
        writeFileSync(`${folder}/quality.json`, `${JSON.stringify(report, null, 2)}\n`);
        const page = `${folder}/quality/index.html`;
        writeFileSync(page, completed(readFileSync(page, 'utf8'), report));
        logger.info('what was measured is told on /quality/');
      },
    },
  };
}

function ofBuild(folder: string): QualityReport['built'] {
  const scripts = new BuiltScripts(folder);
  const licences = licencesIn(JSON.parse(readFileSync(`${folder}/${SBOM_FILE}`, 'utf8')));
  const packages = licences.reduce((sum, one) => sum + one.packages, 0);
  return { pages: scripts.pages.length, weights: weighSite(scripts), licences: { packages, licences } };
}

function completed(html: string, report: QualityReport): string {
  const [start, end] = [html.indexOf(FIGURES.start), html.indexOf(FIGURES.end)];
  if (start === -1 || end === -1) throw new Error('The quality page has no place for its figures.');
  return html.slice(0, start) + qualityHtml(report).text + html.slice(end + FIGURES.end.length);
}
