import type { OwnRecord } from './own-records.ts';

/** Characters of a name in the menu. */
const longest = 40;

/** A menu of the reader's own records. It goes back to its first line, so that the same can be chosen again. */
export class IdMenu {
  readonly element: HTMLSelectElement;
  #shown = '';

  /** @param label what it is for, as a screen reader says it */
  constructor(label: string, choose: (id: string) => void) {
    this.element = document.createElement('select');
    this.element.className = 'ob-own-ids';
    this.element.ariaLabel = label;
    this.element.addEventListener('change', () => {
      const { value } = this.element;
      this.element.selectedIndex = 0;
      if (value !== '') choose(value);
    });
  }

  /** Without records it is hidden. An open menu that has nothing new is left alone. */
  show(records: readonly OwnRecord[]): void {
    const text = JSON.stringify(records);
    if (text === this.#shown) return;
    this.#shown = text;
    this.element.hidden = records.length === 0;
    const first = new Option(`Use one of your ${records[0]?.kind ?? 'records'}`, '');
    this.element.replaceChildren(first, ...records.map(({ id, name }) => new Option(optionText(id, name), id)));
  }
}

function optionText(id: string, name: string): string {
  const short = name.length > longest ? `${name.slice(0, longest)}…` : name;
  return short === '' ? id : `${short} · ${id}`;
}
