import type { Entry } from './directory.ts';

interface EntryListProps {
  /** Newest first. */
  entries: readonly Entry[];
  /** Whether nothing can be added. */
  isFull: boolean;
  /** Whether a story plays, which nobody may disturb. */
  isHeld: boolean;
  onAdd: () => void;
  onDelete: (id: string) => void;
}

/** The list as it is now. Each record can be deleted, and another added. */
export function EntryList({ entries, isFull, isHeld, onAdd, onDelete }: EntryListProps) {
  return (
    <section class="ob-demo-part" aria-labelledby="paging-list">
      <h3 id="paging-list">The list now, newest first</h3>
      <ul class="ob-entries" data-list>
        <li>
          <button type="button" class="ob-button" disabled={isFull || isHeld} onClick={onAdd}>
            Add one
          </button>
        </li>
        {entries.map(({ id, name }) => (
          <li class="ob-listed" key={id}>
            {name}
            <button
              type="button"
              class="ob-listed-delete"
              aria-label={`Delete ${name}`}
              disabled={isHeld}
              onClick={() => onDelete(id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
