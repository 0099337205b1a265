/** Reads a curl command, as people and browsers write it for bash or for the command line of Windows. */
import { CurlBody } from './curl-body.ts';
import { curlArguments } from './curl-arguments.ts';
import type { CurlArgument } from './curl-arguments.ts';
import { isUnneeded } from './curl-options.ts';
import { cmdCommands, isForCmd } from './cmd-words.ts';
import { basic, splitAddress, UnreadableError } from './pasted-request.ts';
import type { PastedRequest } from './pasted-request.ts';
import { shellCommands } from './shell-words.ts';
import type { VariableOf, Word } from './shell-words.ts';

/** What a terminal shows before a command, and before its further lines. */
const PROMPT =
  /^[^\S\n]*(?:\(\w+\)\s*)?(?:[\w.-]+@[\w.-]+[^\n$#%>]*[$#%>]|PS [^\n>]*>|[A-Za-z]:\\[^\n>]*>|[$%>❯])[^\S\n]+(?=(?:\S+ )*?curl)/m;

/** Words that may stand before `curl`, with what sets a variable. */
const BEFORE = /^(?:sudo|time|command|env|exec|nohup|!|then|do|if|&&|[A-Za-z_]\w*=.*)$/s;

/** Whether a text has a curl command in it. */
export function hasCurl(text: string): boolean {
  return /(?:^|[\s;&|(/\\])curl(?:\.exe)?["']?\s/.test(text);
}

/**
 * The request of the first curl command in a text.
 * @param variableOf Values of shell variables that are known; others are told.
 * @throws UnreadableError
 */
export function readCurl(text: string, variableOf?: VariableOf): PastedRequest {
  const plain = PROMPT.test(text) ? text.replace(PROMPT, '').replace(/(\\\n)> ?/g, '$1') : text;
  const commands = isForCmd(plain) ? cmdCommands(plain) : shellCommands(plain, variableOf);
  const curls = commands.flatMap((words) => afterCurl(words) ?? []);
  const [first, ...others] = curls;
  if (!first) throw new UnreadableError('There is no curl command in it.');
  const request = new CurlReader(curlArguments(first)).read();
  if (others.length > 0) request.left.push(`The first of ${curls.length} curl commands is taken.`);
  if (commands.length > curls.length) request.left.push('Other commands around curl are passed over.');
  return request;
}

/** The words behind `curl`, in a list of one; none where the command is another. */
function afterCurl(words: Word[]): [Word[]] | undefined {
  const at = words.findIndex(({ text }) => !BEFORE.test(text));
  return /(?:^|[\\/])curl(?:\.exe)?$/i.test(words[at]?.text ?? '') ? [words.slice(at + 1)] : undefined;
}

class CurlReader {
  readonly #arguments: CurlArgument[];
  readonly #left: string[] = [];
  readonly #headers: PastedRequest['headers'] = [];
  readonly #removed = new Set<string>();
  readonly #urls: Word[] = [];
  readonly #query: string[] = [];
  readonly #body = new CurlBody(this.#left);
  #method: string | undefined;
  #isGet = false;
  #isHead = false;
  #user: string | undefined;

  constructor(given: CurlArgument[]) {
    const next = given.findIndex(({ name }) => name === 'next');
    if (next !== -1) this.#left.push('What stands after --next is another request, and passed over.');
    this.#arguments = next === -1 ? given : given.slice(0, next);
  }

  read(): PastedRequest {
    for (const argument of this.#arguments) this.#take(argument);
    const [url, ...others] = this.#urls;
    if (!url) throw new UnreadableError('The curl command has no address.');
    if (others.length > 0) this.#left.push(`The first of ${others.length + 1} addresses is taken.`);
    const address = this.#address(url);
    const data = this.#isGet ? this.#body.takeData() : undefined;
    const query = [...this.#query, ...(data === undefined || data === '' ? [] : [data])].join('&');
    const target =
      query === '' ? address.target : `${address.target}${address.target.includes('?') ? '&' : '?'}${query}`;
    const body = this.#body.content();
    const user = this.#user ?? address.user;
    if (user !== undefined) this.#addUnlessGiven('Authorization', `Basic ${basic(decodeURIComponentSafely(user))}`);
    for (const [name, value] of this.#body.headers()) this.#addUnlessGiven(name, value);
    return {
      method: this.#method ?? this.#ownMethod(body !== undefined),
      origin: address.origin,
      target,
      headers: this.#headers,
      ...(body && { body }),
      left: this.#left,
    };
  }

  #ownMethod(hasBody: boolean): string {
    if (this.#isHead) return 'HEAD';
    if (this.#isGet) return 'GET';
    return hasBody ? (this.#body.isUpload ? 'PUT' : 'POST') : 'GET';
  }

  #take({ name, value, written }: CurlArgument): void {
    if (this.#body.take(name, value, written)) return;
    switch (name) {
      case 'url':
        this.#urls.push(value);
        return;
      case 'request':
        this.#method = value.text.toUpperCase();
        return;
      case 'header':
        return this.#header(value);
      case 'get':
        this.#isGet = true;
        return;
      case 'head':
        this.#isHead = true;
        return;
      case 'url-query':
        this.#query.push(value.text.startsWith('+') ? value.text.slice(1) : this.#body.encoded(value.text));
        return;
      default:
        this.#takeOther(name, value, written);
    }
  }

  #takeOther(name: string, value: Word, written: string): void {
    if (name === 'user') this.#user = this.#known(value, written) ? encodeURIComponent(value.text) : this.#user;
    else if (name === 'oauth2-bearer') this.#header({ ...value, text: `Authorization: Bearer ${value.text}` });
    else if (name === 'user-agent') this.#header({ ...value, text: `User-Agent: ${value.text}` });
    else if (name === 'referer') this.#header({ ...value, text: `Referer: ${value.text}` });
    else if (name === 'cookie' && value.text.includes('=')) this.#header({ ...value, text: `Cookie: ${value.text}` });
    else if (name === '') this.#left.push(`${written} is no option of curl that is known here.`);
    else if (!isUnneeded(name)) this.#left.push(`${written} is passed over: no page can do what it asks for.`);
  }

  /** `Name: value`, `Name;` for an empty one, `Name:` for none at all. */
  #header(word: Word): void {
    const { text } = word;
    if (text.startsWith('@')) return void this.#left.push(`The headers in the file ${text.slice(1)} are not here.`);
    const [, name = '', sign, value = ''] = /^([^:;]*)([:;])\s*([\s\S]*?)\s*$/.exec(text) ?? [];
    if (name === '') return void this.#left.push('A header without a name is passed over.');
    if (sign === ':' && value === '') return void this.#removed.add(name.toLowerCase());
    if (this.#known(word, name.trim())) this.#headers.push([name.trim(), value]);
  }

  /** What only the reader's shell knows is not taken. */
  #known({ open }: Word, what: string): boolean {
    const [first] = open;
    if (first !== undefined) this.#left.push(`${what} is passed over: only your shell knows ${first}.`);
    return first === undefined;
  }

  #addUnlessGiven(name: string, value: string): void {
    const isGiven = this.#headers.some(([other]) => other.toLowerCase() === name.toLowerCase());
    if (!isGiven && !this.#removed.has(name.toLowerCase())) this.#headers.push([name, value]);
  }

  /** The server may stand in a variable: what is called is told by the rest. */
  #address({ text, open }: Word): { origin: string | undefined; target: string; user?: string } {
    const [host = ''] = open;
    if (host !== '' && text.startsWith(host))
      return { origin: undefined, target: splitAddress(`http://unknown${text.slice(host.length)}`).target };
    if (host !== '') this.#left.push(`${host} stands in the address as it was written: only your shell knows it.`);
    return splitAddress(text);
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
