/** The words of a command as options and addresses. */
import { knownOption, longName, VALUED } from './curl-options.ts';
import type { Word } from './shell-words.ts';

export interface CurlArgument {
  /** Of an option, in full: `header`; `url` of an address. */
  name: string;
  value: Word;
  /** As it was written: `-H`. */
  written: string;
}

const none: Word = { text: '', open: [] };

/**
 * Reads the words after `curl`. An option that curl does not have has the name ''.
 * @see https://curl.se/docs/manpage.html
 */
export function curlArguments(words: Word[]): CurlArgument[] {
  const waiting = [...words];
  const found: CurlArgument[] = [];
  let onlyAddresses = false;
  for (let word = waiting.shift(); word; word = waiting.shift()) {
    const { text } = word;
    if (onlyAddresses || !text.startsWith('-') || text === '-') found.push({ name: 'url', value: word, written: text });
    else if (text === '--') onlyAddresses = true;
    else if (text.startsWith('--')) found.push(longOption(word, waiting));
    else found.push(...shortOptions(word, waiting));
  }
  return found;
}

/** `--request=POST` is not curl's way, but what is meant is plain. */
function longOption({ text, open }: Word, waiting: Word[]): CurlArgument {
  const [, written = text, given] = /^(--[^=]*)=([\s\S]*)$/.exec(text) ?? [];
  const name = knownOption(written.slice(2)) ?? '';
  if (!VALUED.has(name)) return { name, value: none, written };
  return { name, value: given === undefined ? (waiting.shift() ?? none) : { text: given, open }, written };
}

/** `-sXPOST`: letters in one word, the last of which may have its value behind it. */
function shortOptions({ text, open }: Word, waiting: Word[]): CurlArgument[] {
  const found: CurlArgument[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const name = longName(letter) ?? '';
    const written = `-${letter}`;
    if (!VALUED.has(name)) {
      found.push({ name, value: none, written });
      continue;
    }
    const rest = text.slice(at + 1);
    found.push({ name, value: rest === '' ? (waiting.shift() ?? none) : { text: rest, open }, written });
    break;
  }
  return found;
}
