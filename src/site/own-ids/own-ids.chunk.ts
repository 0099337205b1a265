/** Puts menus of the reader's own ids beside what takes an id. */
import { armBlock } from './block-ids.ts';
import { armConsole } from './console-ids.ts';
import './own-ids.css';
import type { OwnRecords } from './own-records.ts';

/** @param subscribe calls back when there are others */
export function offerIn(records: OwnRecords, subscribe: (changed: () => void) => unknown): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-runnable]')].map((block) =>
    armBlock(block, records),
  );
  const consoles = [...document.querySelectorAll<HTMLElement>('[data-console]')].map((column) =>
    armConsole(column, records),
  );
  const refresh = (): void => [...blocks, ...consoles].forEach((update) => update());
  subscribe(refresh);
  refresh();
}
