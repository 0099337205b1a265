import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { exampleAt } from './example-at.ts';
import { IdMenu } from './id-menu.ts';
import { replacementsFor } from './own-records.ts';
import type { OwnRecords } from './own-records.ts';

/**
 * Offers own ids in the fields of a console that take one. Which do is told by the operation's file: the example of a parameter, or of a
 * member of the body, is an id of that kind.
 * @returns what is called when there are other records
 */
export function armConsole(column: HTMLElement, records: OwnRecords): () => void {
  const { operationJson } = column.dataset;
  let operation: BundledOperation | undefined;
  const menus = new WeakMap<HTMLInputElement, IdMenu>();
  const arm = (input: HTMLInputElement): void => {
    const example = operation && exampleAt(operation, input.dataset['field'] ?? '');
    if (example === undefined) return;
    const found = replacementsFor(example, records());
    const menu = menus.get(input) ?? addMenu(input);
    menus.set(input, menu);
    menu.show(found);
  };
  const refresh = (): void => column.querySelectorAll<HTMLInputElement>('input[data-field]').forEach(arm);
  // The form comes late, and its parts come and go.
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(hasField))) refresh();
  }).observe(column, { childList: true, subtree: true });
  void readOperation(operationJson).then((read) => {
    operation = read;
    refresh();
  });
  return refresh;
}

function hasField(node: Node): boolean {
  return node instanceof Element && node.querySelector('input[data-field]') !== null;
}

/** Undefined where it cannot be read: nothing is offered then. */
async function readOperation(address: string | undefined): Promise<BundledOperation | undefined> {
  if (address === undefined) return undefined;
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as BundledOperation) : undefined;
  } catch {
    return undefined;
  }
}

function addMenu(input: HTMLInputElement): IdMenu {
  const name = input.labels?.[0]?.textContent ?? 'this field';
  const menu = new IdMenu(`Your own ids for ${name}`, (id) => {
    input.value = id;
    // As if it had been typed: the form, and the sample beside it, follow.
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  });
  input.after(menu.element);
  return menu;
}
