import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedOut, keepMeasurement, measurementFile } from './measurement.ts';
import { SAMPLES_RAN, samplesRan } from './samples-ran.ts';

const before = process.cwd();
let folder = '';
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ran-'));
  process.chdir(folder);
  git('init', '--quiet');
  writeFileSync('a', '1');
  git('add', 'a');
  git('commit', '--quiet', '--message', 'one');
  mkdirSync('.ci');
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const date = '2026-11-28T12:00:00.000Z';
const write = (text: string) => writeFileSync(measurementFile(SAMPLES_RAN), text);

test('a run is told of the commit that is checked out, and of no other', () => {
  write(JSON.stringify({ commit: checkedOut(), date }));
  expect(samplesRan()).toEqual({ commit: checkedOut(), date });
  writeFileSync('a', '2');
  expect(samplesRan()).toBeUndefined();
  git('commit', '--all', '--quiet', '--message', 'two');
  expect(samplesRan()).toBeUndefined();
});

test('without a run, or with a file that is none, nothing is claimed', () => {
  expect(samplesRan()).toBeUndefined();
  for (const text of ['', '{', '{}', 'null', JSON.stringify({ commit: checkedOut(), date: 'yesterday' })]) {
    write(text);
    expect(samplesRan(), text).toBeUndefined();
  }
});

test('what is measured of files that have changed since the commit is not kept', () => {
  keepMeasurement(SAMPLES_RAN, { languages: [] });
  expect(samplesRan()?.commit).toBe(checkedOut());
  rmSync('.ci', { recursive: true });
  writeFileSync('a', '2');
  keepMeasurement(SAMPLES_RAN, { languages: [] });
  expect(existsSync('.ci')).toBe(false);
});

test('without a history there is no commit', () => {
  rmSync('.git', { recursive: true });
  expect(checkedOut()).toBe('');
});
