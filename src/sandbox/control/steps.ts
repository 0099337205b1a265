import type { Clock } from '../clock.ts';

/** How many records are looked at before others have their turn. */
export const STEP = 250;

/** Work that is done in steps: it may rest wherever it yields. */
export type Steps<T = void> = Generator<undefined, T>;

/**
 * Does something for each item, in steps.
 * @param visit is told the item and its index
 */
export function* eachInSteps<T>(items: Iterable<T>, visit: (item: T, index: number) => void): Steps {
  let index = 0;
  for (const item of items) {
    visit(item, index);
    index += 1;
    if (index % STEP === 0) yield undefined;
  }
}

/** Lets others have their turn. */
export function restOf(clock: Clock): () => Promise<void> {
  return () => new Promise((resolve) => void clock.wake(clock.now(), resolve));
}

/** Does work to its end. @param rest lets others have their turn, after each step */
export async function run<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await rest();
  }
}
