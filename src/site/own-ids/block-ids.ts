import type { RunnableRequest } from '../runnable/runnable-request.ts';
import { IdMenu } from './id-menu.ts';
import { idsIn, replacementsFor } from './own-records.ts';
import type { OwnRecords } from './own-records.ts';

/**
 * Offers own ids for the one that a block's request names: what is shown and what Run sends follow.
 * @returns what is called when there are other records
 */
export function armBlock(block: HTMLElement, records: OwnRecords): () => void {
  const request = (): RunnableRequest => JSON.parse(block.dataset['runnable'] ?? '') as RunnableRequest;
  if (request().isApart) return () => undefined;
  let menu: IdMenu | undefined;
  /** The id that stands in the request now, and the one that its author wrote. */
  let current: string | undefined;
  let written: string | undefined;
  const refresh = (): void => {
    const { target, body = '' } = request();
    current = idsIn(`${target} ${body}`, records())[0] ?? current;
    if (current === undefined) return;
    const first = (written ??= current);
    menu ??= addMenu(block, (id) => {
      if (current === undefined) return;
      replaceId(block, current, id);
      current = id;
      refresh();
    });
    const others = replacementsFor(current, records());
    menu.show(
      first === current ? others : [...others, { kind: others[0]?.kind ?? 'records', id: first, name: 'Sample' }],
    );
  };
  return refresh;
}

function addMenu(block: HTMLElement, choose: (id: string) => void): IdMenu {
  const menu = new IdMenu('Your own ids for this request', choose);
  block.querySelector('figcaption')?.after(menu.element);
  return menu;
}

/** In the request and in the code, in whichever languages it is shown. */
function replaceId(block: HTMLElement, from: string, to: string): void {
  block.dataset['runnable'] = (block.dataset['runnable'] ?? '').replaceAll(from, to);
  for (const pre of block.querySelectorAll('pre')) {
    if (pre.closest('.ob-result')) continue;
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.nodeValue = (walker.currentNode.nodeValue ?? '').replaceAll(from, to);
  }
}
