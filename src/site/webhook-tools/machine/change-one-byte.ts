/** Another letter in the middle of a text: the smallest change that there is. */
export function changeOneByte(text: string): string {
  const middle = Math.floor(text.length / 2);
  const behind = text.slice(middle).search(/[a-z]/);
  const place = behind === -1 ? text.search(/[a-z]/) : middle + behind;
  if (place === -1) return `${text} `;
  const other = text.charAt(place) === 'x' ? 'y' : 'x';
  return text.slice(0, place) + other + text.slice(place + 1);
}

/** Where a text differs first from what was sent; undefined where it does not. @param name at the beginning of the sentence */
export function whatChanged(name: string, sent: string, now: string): string | undefined {
  if (sent === now) return undefined;
  let at = 0;
  while (at < sent.length && sent[at] === now[at]) at += 1;
  const [before, after] = [tell(sent[at]), tell(now[at])];
  return `${name} was changed: character ${at + 1} was ${before}, and is ${after}.`;
}

function tell(character: string | undefined): string {
  if (character === undefined) return 'not there';
  return /[!-~]/.test(character) ? `“${character}”` : `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
