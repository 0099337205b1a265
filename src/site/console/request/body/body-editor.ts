/** Whether readers fill in bodies as fields or as JSON: their choice, for all operations and later visits. */
export type BodyEditor = 'form' | 'json';

const entry = 'orbinto-body-view';

export function storedBodyEditor(): BodyEditor {
  try {
    return localStorage.getItem(entry) === 'json' ? 'json' : 'form';
  } catch {
    return 'form';
  }
}

export function storeBodyEditor(view: BodyEditor): void {
  try {
    localStorage.setItem(entry, view);
  } catch {
    // Storage is full or forbidden: the choice lasts as long as the page.
  }
}
