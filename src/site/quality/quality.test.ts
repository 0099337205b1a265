import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedOut, keepMeasurement, measurementFile } from '../facts/measurement.ts';
import { qualityHtml } from './quality-html.ts';
import { qualitySchema } from './quality-schema.ts';
import { checkQuality, readQuality, staleMeasurements } from './read-quality.ts';

const ajv = new Ajv2020({ strict: false });
const addFormats = addFormatsModule as unknown as (target: Ajv2020) => void;
addFormats(ajv);
const isReport = ajv.compile(qualitySchema);

let folder = '';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder });
const commit = (text: string) => {
  writeFileSync(join(folder, 'a'), text);
  git('add', 'a');
  git('commit', '--quiet', '--message', text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quality-'));
  git('init', '--quiet');
  commit('one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const share = (covered: number, total: number) => ({ covered, total });
const contract = {
  exchanges: 1234,
  operations: share(30, 30),
  responses: share(232, 233),
  parameters: share(70, 78),
  properties: share(1738, 1989),
  findings: 0,
  refused: 198,
};
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const told = () => words(qualityHtml(readQuality(folder)).text);

test('without measurements nothing is claimed', () => {
  const report = readQuality(folder);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(report).toMatchObject({ commit: checkedOut(folder), samples: null, contract: null, kills: null, built: null });
  expect(told().match(/Not measured for this build\./g)).toHaveLength(7);
  expect(told()).not.toMatch(/\d/);
});

test('what a program read for a task is told, and what it may read', () => {
  const tasks = [{ task: 'Create a contact', requests: 3, bytes: 32_004 }];
  keepMeasurement('agent-tasks', { tasks }, folder);
  expect(told()).toContain('None may take more than 5 requests or 40 kB, uncompressed.');
  expect(told()).toContain('Create a contact 3 32.1 kB');
});

test('what was measured of this commit is told with commit and time, and nothing is rounded up to be whole', () => {
  keepMeasurement('contract-coverage', contract, folder);
  const report = readQuality(folder);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(staleMeasurements(report)).toEqual([]);
  expect(told()).toContain('Operations 30 30 100 % Response codes 232 233 99.5 %');
  expect(told()).toContain(`at this commit, ${checkedOut(folder).slice(0, 7)}`);
});

test('the faults that tests noticed are told by part of the code', () => {
  const parts = [
    { folder: 'src/sandbox', mutants: 150, caught: 130 },
    { folder: 'src/openapi', mutants: 51, caught: 51 },
  ];
  keepMeasurement('mutation', { mutants: 201, caught: 181, seed: 7, parts }, folder);
  expect(told()).toContain(
    'Of 201 faults put into the code, drawn at random and one at a time, the tests noticed 181 (90 %',
  );
  expect(told()).toContain('src/sandbox 130 150 86.6 % src/openapi 51 51 100 %');
});

test('what was measured of another commit is told as such, and is stale', () => {
  keepMeasurement('kills', { rounds: 20, writes: 5000, kept: 1, events: 300, tokens: 40 }, folder);
  const measured = checkedOut(folder);
  commit('two');
  const report = readQuality(folder);
  expect(report.kills).toMatchObject({ commit: measured, current: false });
  expect(staleMeasurements(report)).toEqual([
    expect.stringContaining(`.ci/kills.json was measured at ${measured}, and this is ${checkedOut(folder)}`),
  ]);
  expect(told()).toContain(
    `at ${measured.slice(0, 7)} . This site is built from ${checkedOut(folder).slice(0, 7)} .`.replace(' .', ' .'),
  );
  writeFileSync(join(folder, 'a'), 'changed');
  expect(told()).toContain('This site is built from files that have changed since.');
});

test('a file that is not as the schema says ends the build', () => {
  const broken = {
    commit: checkedOut(folder),
    date: '2026-11-29T12:00:00Z',
    requests: 'many',
    operations: 30,
    seed: 1,
  };
  mkdirSync(join(folder, '.ci'));
  writeFileSync(measurementFile('fuzz', folder), JSON.stringify(broken));
  expect(() => readQuality(folder)).toThrow('What was measured is not as quality.schema.json says');
});

test('what the build has found of itself is told, all of it escaped', () => {
  const built = {
    pages: 120,
    weights: [{ name: 'page' as const, page: '/a"<b>/', bytes: 59_901, budget: 60_000 }],
    licences: { packages: 3, licences: [{ licence: '<MIT>', packages: 3 }] },
  };
  const report = checkQuality({ ...readQuality(folder), built });
  expect(isReport(report)).toBe(true);
  const html = qualityHtml(report).text;
  expect(html).toContain('<a href="/a&quot;&lt;b&gt;/">');
  expect(words(html)).toContain('60 kB 60 kB');
  expect(html).toContain('&lt;MIT&gt;');
});
