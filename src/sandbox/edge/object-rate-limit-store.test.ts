import { beforeEach, expect, test } from 'vitest';
import { FakeStorage } from '../../../tests/edge/fake-object.ts';
import { ManualClock } from '../clock.ts';
import { ObjectFile } from './object-file.ts';
import { ObjectRateLimitStore } from './object-rate-limit-store.ts';

const KEY = 'sk_test_mycompany';
const SOON = 5_000;

let storage: FakeStorage;
let clock: ManualClock;
beforeEach(() => {
  storage = new FakeStorage();
  clock = new ManualClock();
});

/** The store as it is after its object was put away. */
function open(timers = clock): ObjectRateLimitStore {
  const file = new ObjectFile(storage);
  return new ObjectRateLimitStore(file, () => file.open(1), timers);
}

/** What the object would find if it came back now. */
function keptOf(caller: string): number[] {
  const log = open(new ManualClock()).of(caller);
  return Array.from({ length: log.size }, (_, index) => log.fromLast(log.size - index));
}

test('counts are there when the object comes back, written down five seconds after the first', () => {
  const store = open();
  const times = [clock.now(), clock.now() + 7, clock.now() + 7, clock.now() + 30_000];
  for (const time of times) store.of(KEY).add(time);
  store.of('address 192.0.2.1').add(times[0] ?? 0);
  expect(keptOf(KEY)).toEqual([]);
  clock.advance(SOON);
  expect(keptOf(KEY)).toEqual(times);
  expect(keptOf('address 192.0.2.1')).toEqual([times[0]]);
});

test('a count after the last writing is written down, too', () => {
  const store = open();
  store.of(KEY).add(clock.now());
  clock.advance(SOON);
  store.of(KEY).add(clock.now());
  clock.advance(SOON);
  expect(keptOf(KEY)).toHaveLength(2);
});

test('what a reset forgets stays forgotten; others keep theirs', () => {
  const store = open();
  store.of(KEY).add(clock.now());
  store.of('sk_test_another01').add(clock.now());
  clock.advance(SOON);
  const later = open();
  later.clear('mycompany');
  clock.advance(SOON);
  expect(keptOf(KEY)).toEqual([]);
  expect(keptOf('sk_test_another01')).toHaveLength(1);
});
