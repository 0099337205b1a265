import { expect, test } from 'vitest';
import { FakeStorage } from '../../../tests/edge/fake-object.ts';
import { ManualClock } from '../clock.ts';
import { AlarmClock } from './alarm-clock.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

function open(alarmAt: number | null = null, isKept = () => true) {
  const storage = new FakeStorage();
  storage.alarmAt = alarmAt;
  const timers = new ManualClock();
  const clock = new AlarmClock(storage, alarmAt, isKept, timers);
  const woken: string[] = [];
  const wake = (seconds: number, name: string) => clock.wake(START + seconds * 1000, () => woken.push(name));
  return { storage, timers, clock, woken, wake };
}

test('what is near has a timer, and an alarm a second later for the case that the object is put away', () => {
  const { storage, timers, woken, wake } = open();
  wake(2, 'near');
  expect(storage.alarmAt).toBe(START + 3_000);
  timers.advance(2_000);
  expect(woken).toEqual(['near']);
});

test('what is far ahead has the alarm alone', () => {
  const { storage, timers, clock, woken, wake } = open();
  wake(1800, 'far');
  expect(storage.alarmAt).toBe(START + 1_800_000);
  timers.advance(1_800_000);
  expect(woken).toEqual([]);
  clock.rang();
  expect(woken).toEqual(['far']);
});

test('there is one alarm: the first of all times; when it has rung, the next', () => {
  const { storage, timers, clock, woken, wake } = open();
  wake(60, 'second');
  wake(30, 'first');
  wake(90, 'third');
  expect(storage.alarmAt).toBe(START + 30_000);
  timers.advance(30_000);
  clock.rang();
  expect([woken, storage.alarmAt]).toEqual([['first'], START + 60_000]);
});

test('who is taken back is not woken, and no alarm is set for him again', () => {
  const { storage, timers, clock, woken, wake } = open();
  const cancel = wake(30, 'gone');
  wake(60, 'there');
  cancel();
  timers.advance(30_000);
  clock.rang();
  expect([woken, storage.alarmAt]).toEqual([[], START + 60_000]);
});

test('an alarm that an earlier life of the object has set is not put off', () => {
  const { storage, wake } = open(START + 10_000);
  wake(60, 'later');
  expect(storage.alarmAt).toBe(START + 10_000);
});

test('a time that has passed is due at once', () => {
  const { storage, timers, woken, wake } = open();
  wake(-5, 'late');
  expect(storage.alarmAt).toBe(START + 1_000);
  timers.advance(0);
  expect(woken).toEqual(['late']);
});

test('of an object that takes no room no alarm is set, until it does', () => {
  let isKept = false;
  const { storage, clock, timers, woken, wake } = open(null, () => isKept);
  wake(1, 'near');
  wake(60, 'far');
  expect(storage.alarmAt).toBeNull();
  isKept = true;
  clock.rang();
  expect(storage.alarmAt).toBe(START + 2_000);
  timers.advance(1_000);
  expect(woken).toEqual(['near']);
});
