import { execFile } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ContractCoverage, Share } from '../../src/site/quality/quality-report.ts';
import { root } from '../paths.ts';

/** What is used of a problem that `redocly drift` reports. */
interface Problem {
  occurrences: number;
  message: string;
  target: 'request' | 'response';
  method: string;
  url: string;
  status?: number;
}

interface DriftCoverage {
  meta: { exchanges: { total: number } };
  totals: Record<'operations' | 'parameters' | 'properties' | 'responses', Share>;
}

/** What the exchanges of the tests show of the OpenAPI document. */
export interface Judgement {
  figures: ContractCoverage;
  /** What is not as documented, or not seen, one line each. */
  faults: string[];
}

/** Of the response codes, the share that the tests have to see. */
const ENOUGH = 0.95;

/** Has `redocly drift` compare the exchanges that tests have left in a folder with a document. */
export async function judgeExchanges(folder: string, document = join(root, 'spec/openapi.yaml')): Promise<Judgement> {
  const [har, report, coverage] = ['exchanges.har', 'drift.json', 'coverage.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(har, harOf(globSync('exchanges-*.ndjson', { cwd: folder }).map((name) => join(folder, name))));
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const options = ['--match-mode=basepath', '--format=json', `--output=${report}`, `--coverage-output=${coverage}`];
  // It ends with 1 where it has found something: what it has written is looked at, and is missing where it broke.
  await promisify(execFile)(process.execPath, [cli, 'drift', har, `--api=${document}`, ...options], {
    cwd: root,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  }).catch(() => undefined);
  const { problems } = JSON.parse(readFileSync(report, 'utf8')) as { problems: Problem[] };
  return judge(problems, JSON.parse(readFileSync(coverage, 'utf8')) as DriftCoverage);
}

function harOf(files: readonly string[]): string {
  const entries = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
  const log = { version: '1.2', creator: { name: 'contract tests', version: '1' } };
  return JSON.stringify({ log: { ...log, entries: entries.map((line) => JSON.parse(line) as object) } });
}

/**
 * A request that is not as documented is a fault, unless it was refused for it (a 4xx answer): tests send such requests on purpose.
 */
export function judge(problems: readonly Problem[], { meta, totals }: DriftCoverage): Judgement {
  const isRefused = ({ target, status = 0 }: Problem) => target === 'request' && status >= 400 && status < 500;
  const count = (some: readonly Problem[]) => some.reduce((sum, { occurrences }) => sum + occurrences, 0);
  const found = problems.filter((problem) => !isRefused(problem));
  const { operations, responses } = totals;
  return {
    figures: {
      exchanges: meta.exchanges.total,
      ...totals,
      findings: count(found),
      refused: count(problems) - count(found),
    },
    faults: [
      ...found.map(({ method, url, status, message }) => `${method} ${url} ${status ?? ''}: ${message}`),
      ...(operations.covered < operations.total
        ? [`${operations.covered} of ${operations.total} operations seen`]
        : []),
      ...(responses.covered < ENOUGH * responses.total
        ? [`${responses.covered} of ${responses.total} response codes seen`]
        : []),
    ],
  };
}
