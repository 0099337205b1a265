/** Whether readers fill in bodies as fields or as JSON: their choice, for all operations and later visits. */
export type BodyView = 'form' | 'json';

const entry = 'orbinto-body-view';

export function storedBodyView(): BodyView {
  try {
    return localStorage.getItem(entry) === 'json' ? 'json' : 'form';
  } catch {
    return 'form';
  }
}

export function storeBodyView(view: BodyView): void {
  try {
    localStorage.setItem(entry, view);
  } catch {
    // Storage is full or forbidden: the choice lasts as long as the page.
  }
}
