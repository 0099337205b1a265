import { beforeEach, describe, expect, test } from 'vitest';
import { openPrivateSandbox } from '../../../sandbox/browser.ts';
import { Directory } from './directory.ts';
import { PAGE_SIZE, Reading, wordsOf } from './reading.ts';
import type { Mode } from './reading.ts';

let directory: Directory;
beforeEach(async () => {
  directory = await Directory.open(openPrivateSandbox());
});

const nameOf = ({ name }: { name: string }) => name;
const idOf = (name: string) => directory.entries.find((entry) => entry.name === name)?.id ?? '';

/** Reads one page, lets something happen, and reads the rest. */
async function read(mode: Mode, happens: () => Promise<unknown>): Promise<Reading> {
  const reading = new Reading(mode, directory.entries);
  await reading.readOn(directory);
  await happens();
  while (!reading.isDone) await reading.readOn(directory);
  return reading;
}

const verdict = (reading: Reading) => {
  const { doubled, lost, late } = reading.judge(directory.entries);
  return { doubled: doubled.map(nameOf), lost: lost.map(nameOf), late: late.map(nameOf) };
};

test('the list is the API’s own, newest first', async () => {
  const { data } = await directory.read('per_page=100');
  expect(data.map(nameOf)).toEqual(directory.entries.map(nameOf));
  expect(data.map(nameOf)).toEqual(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana', 'Ines']);
});

describe('a record is added between two requests:', () => {
  test('by page, the last one read comes again', async () => {
    const reading = await read('page', () => directory.add());
    expect(verdict(reading)).toEqual({ doubled: ['Cleo'], lost: [], late: ['Jon'] });
    expect(reading.reads.map(({ entries }) => entries.map(nameOf).join(' '))).toEqual([
      'Ada Ben Cleo',
      'Cleo Dan Eve',
      'Finn Gus Hana',
      'Ines',
    ]);
  });

  test('by cursor, each comes once', async () => {
    const reading = await read('cursor', () => directory.add());
    expect(verdict(reading)).toEqual({ doubled: [], lost: [], late: ['Jon'] });
    expect(reading.reads).toHaveLength(directory.entries.length / PAGE_SIZE - 1 / PAGE_SIZE);
  });
});

describe('a record that was read is deleted between two requests:', () => {
  test('by page, the first one of the next page is lost', async () => {
    const reading = await read('page', () => directory.remove(idOf('Ben')));
    expect(verdict(reading)).toEqual({ doubled: [], lost: ['Dan'], late: [] });
  });

  test('by cursor, none is lost, not even where the cursor itself is deleted', async () => {
    const reading = await read('cursor', async () => {
      await directory.remove(idOf('Ben'));
      await directory.remove(idOf('Cleo'));
    });
    expect(verdict(reading)).toEqual({ doubled: [], lost: [], late: [] });
  });
});

test('a record that is deleted before its page comes is not lost: nobody can read it any more', async () => {
  const reading = await read('page', () => directory.remove(idOf('Ines')));
  expect(verdict(reading)).toEqual({ doubled: [], lost: [], late: [] });
});

test('what has not been read yet is not lost yet', async () => {
  const reading = new Reading('page', directory.entries);
  await reading.readOn(directory);
  await directory.remove(idOf('Ada'));
  expect(verdict(reading).lost).toEqual([]);
});

test('a reading that is done asks no more', async () => {
  const reading = await read('cursor', () => Promise.resolve());
  const count = reading.reads.length;
  await reading.readOn(directory);
  expect(reading.reads).toHaveLength(count);
  expect(reading.reads[1]?.target).toBe(`/v1/contacts?tag=staff&limit=3&after=${idOf('Cleo')}`);
});

test('a record is deleted once, however often that is asked', async () => {
  const id = idOf('Ben');
  await directory.remove(id);
  await directory.remove(id);
  expect(directory.entries.map(nameOf)).not.toContain('Ben');
});

test('the list says when it has no name left', async () => {
  while (directory.hasRoom) await directory.add();
  await expect(directory.add()).rejects.toThrow('no names left');
});

test('a verdict is told in words', () => {
  const entry = (name: string) => ({ id: name, name });
  expect(wordsOf({ doubled: [entry('Cleo')], lost: [], late: [entry('Jon')] }, true)).toBe(
    'Cleo came twice. Jon came to the list when its place was read already.',
  );
  expect(wordsOf({ doubled: [], lost: [entry('Dan')], late: [] }, true)).toBe('Dan never came.');
  expect(wordsOf({ doubled: [], lost: [], late: [] }, false)).toBe('each record so far came once.');
});
