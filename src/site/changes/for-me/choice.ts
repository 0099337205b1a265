/** What a reader has chosen on the page, and its address: names of operations and events, nothing of the reader's. */

/** `?operations=addPet,pet.born`: the names that the page knows. */
export function chosenIn(search: string, known: readonly string[]): string[] {
  const asked = new Set((new URLSearchParams(search).get('operations') ?? '').split(','));
  return known.filter((name) => asked.has(name));
}

/** The query of an address that brings the same choice again; '' for none. */
export function queryOf(chosen: readonly string[]): string {
  return chosen.length === 0 ? '' : `?operations=${chosen.map(encodeURIComponent).join(',')}`;
}

/** Whether a change touches who uses these. @param reach `all`, or names with blanks between them */
export function reaches(reach: string, chosen: readonly string[]): boolean {
  if (chosen.length === 0) return false;
  return reach === 'all' || reach.split(' ').some((name) => chosen.includes(name));
}
