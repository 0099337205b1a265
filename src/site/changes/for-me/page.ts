import { lazy } from '../../lazy.ts';
import { chosenIn, queryOf, reaches } from './choice.ts';
import type { TouchedChanges } from './touch.chunk.ts';

const chunk = lazy(() => import('./touch.chunk.ts'));

type Chunk = Awaited<ReturnType<typeof chunk.load>>;

/** Makes the page choose among its changes: by checkbox, by the requests of a HAR, by the history of the console. */
export function chooseForMe(form: HTMLFormElement): void {
  const list = new ChosenChanges(form);
  const look = (by: (touch: Chunk) => Promise<TouchedChanges>): void => {
    list.say('Looking…');
    chunk
      .load()
      .then(by)
      .then(
        (touched) => list.showTouched(touched),
        (error: unknown) => list.say(error instanceof Error ? error.message : String(error)),
      );
  };
  const lookAt = (file: File | undefined): void => {
    if (file) look(async (touch) => touch.touchedByHar(await file.text()));
  };
  form.hidden = false;
  list.choose(chosenIn(location.search, list.known));
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.files) lookAt(target.files[0]);
    else list.showChosen();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    lookAt(event.dataTransfer?.files[0]);
  });
  const acts: Readonly<Record<string, () => void>> = {
    history: () => look((touch) => touch.touchedByHistory()),
    paste: () => look((touch) => touch.touchedByHar(form.querySelector('textarea')?.value ?? '')),
    none: () => list.choose([]),
    link: () => void copy(location.href, list),
    opml: () => {
      chunk.load().then(
        (touch) => touch.saveFeeds(list.chosen),
        () => list.say('This could not be loaded. Try again.'),
      );
    },
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-act]'))
    button.addEventListener('click', () => acts[button.dataset['act'] ?? '']?.());
}

/** The checkboxes, and the changes that are shown for them. */
class ChosenChanges {
  readonly #boxes: HTMLInputElement[];
  readonly #note: Element | null;
  readonly #items = [...document.querySelectorAll<HTMLElement>('.changes > li')];

  constructor(form: HTMLFormElement) {
    this.#boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=operation]')];
    this.#note = form.querySelector('[role=status]');
  }

  get known(): string[] {
    return this.#boxes.map(({ value }) => value);
  }

  get chosen(): string[] {
    return this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
  }

  say(text: string): void {
    if (this.#note) this.#note.textContent = text;
  }

  choose(names: readonly string[]): void {
    for (const box of this.#boxes) box.checked = names.includes(box.value);
    this.showChosen();
  }

  /** By the operations alone. The choice is kept in the address. */
  showChosen(): void {
    const names = this.chosen;
    const count = this.#show(({ dataset }) => names.length === 0 || reaches(dataset['reach'] ?? '', names));
    this.say(
      names.length === 0
        ? `Nothing is chosen: all ${this.#items.length} changes are shown.`
        : `${count} of ${this.#items.length} changes touch what you have chosen.`,
    );
    history.replaceState(history.state, '', `${location.pathname}${queryOf(names)}${location.hash}`);
    const own = document.querySelector<HTMLElement>('[data-own]');
    if (own) own.hidden = names.length === 0;
  }

  /** By requests: only what they send, leave out or receive. */
  showTouched({ used, evidence, said }: TouchedChanges): void {
    this.choose(used);
    const count = this.#show(({ id }) => evidence.has(id));
    for (const item of this.#items) {
      const text = evidence.get(item.id) ?? '';
      if (text !== '') item.querySelector('.advice')?.before(evidenceLine(text));
    }
    this.say(`${said} ${count} of ${this.#items.length} changes touch them.`);
  }

  #show(isShown: (item: HTMLElement) => boolean): number {
    for (const item of this.#items) {
      item.hidden = !isShown(item);
      item.querySelector('[data-evidence]')?.remove();
    }
    for (const part of document.querySelectorAll<HTMLElement>('[data-version]'))
      part.hidden = !part.querySelector('.changes > li:not([hidden])');
    return this.#items.filter(({ hidden }) => !hidden).length;
  }
}

function evidenceLine(text: string): HTMLElement {
  const line = document.createElement('p');
  line.dataset['evidence'] = '';
  line.textContent = text;
  return line;
}

async function copy(text: string, list: ChosenChanges): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    list.say('The link is copied. It holds the names of the operations, and nothing else.');
  } catch {
    list.say('The browser refused the clipboard. Copy the address of this page instead.');
  }
}
