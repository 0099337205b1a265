import { expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import { hosted } from '../generated/policies.ts';
import type { ObjectFile } from './object-file.ts';
import { ObjectLife } from './object-life.ts';

const DAY = 86_400_000;
const IDLE = hosted.idle_days * DAY;

/** @param settings what the file of the object holds; none: there is no file */
function setUp(settings?: Record<string, string>) {
  const clock = new ManualClock();
  const kept = new Map(Object.entries(settings ?? {}));
  const told: string[] = [];
  const file = {
    exists: settings !== undefined,
    setting: (name: string) => kept.get(name),
    set: (name: string, value: string) => kept.set(name, value),
  };
  const life = new ObjectLife({
    file: file as unknown as ObjectFile,
    open: () => told.push('open'),
    clock,
    timers: clock,
    over: () => told.push('over'),
  });
  return { clock, life, kept, told, start: clock.now() };
}

test('an object without a file writes nothing, and ends never', () => {
  const { clock, told } = setUp();
  clock.advance(2 * IDLE);
  expect(told).toEqual([]);
});

test('a request is noted five seconds later, and the object ends when nobody has used it for long', () => {
  const { clock, life, kept, told, start } = setUp();
  life.note();
  clock.advance(4_999);
  expect([...kept]).toEqual([]);
  clock.advance(1);
  expect([...kept]).toEqual([['used_at', String(start)]]);
  clock.advance(IDLE - 5_001);
  expect(told).toEqual(['open']);
  clock.advance(1);
  expect(told).toEqual(['open', 'over']);
});

test('it is noted once a day', () => {
  const { clock, life, told } = setUp();
  for (const pause of [0, DAY - 1, 1]) {
    clock.advance(pause);
    life.note();
  }
  clock.advance(5_000);
  expect(told).toEqual(['open', 'open']);
});

test('use puts the end off', () => {
  const { clock, life, told } = setUp();
  life.note();
  clock.advance(IDLE - 5_001);
  life.note();
  clock.advance(IDLE - 1);
  expect(told).not.toContain('over');
  clock.advance(1);
  expect(told).toContain('over');
});

test('use in the last seconds counts, though it is not noted yet', () => {
  const { clock, life, told } = setUp();
  life.note();
  clock.advance(IDLE - 1);
  life.note();
  clock.advance(1);
  expect(told).not.toContain('over');
  clock.advance(IDLE - 2);
  expect(told).not.toContain('over');
  clock.advance(1);
  expect(told).toContain('over');
});

test('an object that wakes up goes on from what its file says; one that says nothing is in use', () => {
  const used = new ManualClock().now() - IDLE + 1_000;
  const { clock, told } = setUp({ used_at: String(used) });
  clock.advance(999);
  expect(told).toEqual(['open']);
  clock.advance(1);
  expect(told).toEqual(['open', 'over']);
  const silent = setUp({});
  silent.clock.advance(IDLE - 1);
  expect(silent.told).toEqual(['open']);
  silent.clock.advance(1);
  expect(silent.told).toEqual(['open', 'over']);
});

test('a workspace ends when it is told to, kept over a restart, and never later than an unused one', () => {
  const { clock, life, kept, told, start } = setUp();
  life.endAt(start + 1_000);
  expect(kept.get('ends_at')).toBe(String(start + 1_000));
  clock.advance(999);
  expect(told).toEqual(['open']);
  clock.advance(1);
  expect(told).toEqual(['open', 'over']);
  const woken = setUp({ used_at: String(start), ends_at: String(start + 10) });
  woken.clock.advance(10);
  expect(woken.told).toEqual(['open', 'over']);
  const late = setUp();
  late.life.endAt(start + 2 * IDLE);
  late.clock.advance(IDLE);
  expect(late.told).toContain('over');
});

test('one that somebody has deleted has ended, and keeps nothing of it', () => {
  const { life, kept, told, start } = setUp();
  expect(life.hasEnded).toBe(false);
  life.endAt(undefined);
  expect([life.hasEnded, kept.size, told]).toEqual([true, 0, []]);
  life.endAt(start + 1);
  expect(life.hasEnded).toBe(false);
});

test('once closed it notes nothing more, and wakes nobody', () => {
  const { clock, life, kept, told } = setUp({});
  life.note();
  life.close();
  clock.advance(2 * IDLE);
  expect([kept.size, told]).toEqual([0, ['open']]);
});
