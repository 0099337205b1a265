/** The two choices, as they stand in the page's address: `?kind=breaking&operation=listPets`. */
interface Choice {
  kind: string;
  operation: string;
}

/** Whether a change is shown. `operation` may be one of several that it touches. */
export function isShown(
  change: { severity: string; kind: string; operations: string[] },
  { kind, operation }: Choice,
): boolean {
  const isOfKind = kind === '' || change.kind === kind || change.severity === kind;
  return isOfKind && (operation === '' || change.operations.includes(operation));
}

/** Makes the form of the changelog choose among the changes of the page; the choice is kept in the address. */
export function filterChanges(document: Document, location: Location, history: History): void {
  const form = document.querySelector<HTMLFormElement>('#change-filter');
  if (!form) return;
  const fields = [...form.querySelectorAll('select')];
  const items = [...document.querySelectorAll<HTMLElement>('.changes > li')];
  const asked = new URLSearchParams(location.search);
  for (const field of fields)
    if ([...field.options].some(({ value }) => value === asked.get(field.name)))
      field.value = asked.get(field.name) ?? '';
  const apply = (): void => {
    const [kind, operation] = fields.map(({ value }) => value);
    const choice = { kind: kind ?? '', operation: operation ?? '' };
    for (const item of items) item.hidden = !isShown(changeOf(item), choice);
    const shown = items.filter(({ hidden }) => !hidden).length;
    const output = form.querySelector('output');
    if (output) output.value = `${shown} of ${items.length} changes`;
  };
  form.hidden = false;
  apply();
  form.addEventListener('change', () => {
    apply();
    const query = new URLSearchParams(
      fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    );
    history.replaceState(history.state, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  });
}

function changeOf({ dataset }: HTMLElement): { severity: string; kind: string; operations: string[] } {
  const { severity = '', kind = '', operations = '' } = dataset;
  return { severity, kind, operations: operations.split(' ') };
}
