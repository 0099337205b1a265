/** What is not seen where text is shown: controls, marks of direction, joiners, tags, private use, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const SHOWN = 60;

/** JSON in one line in which everything is seen: what is not stands as `\u200b`. It is read back as what it was. */
export function visibleJson(value: unknown): string {
  return escapeUnseen(JSON.stringify(value) ?? 'null');
}

/** A text that somebody has sent, as it may stand in a line of ours: in quotes, seen, and not long. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * SHOWN)];
  const isLong = characters.length > SHOWN || text.length > 2 * SHOWN;
  return `'${escapeUnseen(characters.slice(0, SHOWN).join(''))}${isLong ? '…' : ''}'`;
}

function escapeUnseen(text: string): string {
  return text.replaceAll(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
