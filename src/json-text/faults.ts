/** What `JSON.parse` passes over in silence: a name that stands twice in one object, and a number that it would change. */
export interface JsonFault {
  readonly kind: 'repeated' | 'number';
  /** Where it stands, as names and indices from the outside in. */
  readonly path: readonly (string | number)[];
  /** The name, or the number as it is written. */
  readonly text: string;
}

/** After so many tokens the scan lets others have their turn. */
const TOKENS_A_STEP = 2_000;
/** Of a text that is JSON: a bracket, comma or colon; a string; a number or a word. */
const TOKEN = /[{}[\],:]|"(?:[^"\\]+|\\.)*"|[^\s{}[\],:"]+/g;
/** Whoever writes no more digits, and no exponent, gets them all back. */
const SAFE_LENGTH = 15;

interface Container {
  /** Undefined in a list. */
  readonly names: Set<string> | undefined;
  /** Of the value that comes next, or the one that is being read. */
  key: string | number;
}

/**
 * Looks for faults in a text that `JSON.parse` has taken.
 * @returns each fault in the order of the text, and undefined now and then: whoever has time to share may stop there for a moment
 */
export function* jsonFaults(text: string): Generator<JsonFault | undefined> {
  const open: Container[] = [];
  let isName = false;
  let count = 0;
  for (const { 0: token } of text.matchAll(TOKEN)) {
    count += 1;
    if (count % TOKENS_A_STEP === 0) yield undefined;
    const container = open.at(-1);
    const sign = token.charAt(0);
    if (sign === '{' || sign === '[') {
      isName = sign === '{';
      open.push(isName ? { names: new Set(), key: '' } : { names: undefined, key: 0 });
    } else if (sign === '}' || sign === ']') {
      open.pop();
      isName = false;
    } else if (sign === ',') {
      isName = container?.names !== undefined;
      if (container && typeof container.key === 'number') container.key += 1;
    } else if (sign === ':') {
      isName = false;
    } else if (isName && container?.names) {
      container.key = nameOf(token);
      if (container.names.has(container.key)) yield { kind: 'repeated', path: pathOf(open), text: container.key };
      container.names.add(container.key);
    } else if (isNumber(sign) && !isKept(token)) {
      yield { kind: 'number', path: pathOf(open), text: token };
    }
  }
}

function pathOf(open: readonly Container[]): (string | number)[] {
  return open.map(({ key }) => key);
}

function nameOf(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}

function isNumber(sign: string): boolean {
  return sign === '-' || (sign >= '0' && sign <= '9');
}

/** True for a number that comes back with the value that was written, however it is written then. */
function isKept(number: string): boolean {
  if (number.length <= SAFE_LENGTH && !/e/i.test(number)) return true;
  const value = Number(number);
  if (!Number.isFinite(value)) return false;
  return value === 0 ? !/^-?[0.]*[1-9]/.test(number) : canonical(number) === canonical(String(value));
}

/** A number as its digits without zeros at either end, and the power of ten of the last: `-120.50` → `-1205e-1`. */
function canonical(number: string): string {
  const [digitsAndPoint = '', exponent = '0'] = number.toLowerCase().split('e');
  const [whole = '', fraction = ''] = digitsAndPoint.replace('-', '').split('.');
  const digits = `${whole}${fraction}`;
  let [start, end] = [0, digits.length];
  while (digits[start] === '0') start += 1;
  while (digits[end - 1] === '0') end -= 1;
  const power = Number(exponent) - fraction.length + digits.length - end;
  return `${number.startsWith('-') ? '-' : ''}${digits.slice(start, end)}e${power}`;
}
