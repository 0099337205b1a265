import { createCssVariablesTheme, createHighlighter } from 'shiki';
import type { BundledLanguage, BundledTheme, GrammarState, ThemedToken } from 'shiki';
import { languages } from '../../../generators/samples/languages.ts';
import { breakAddresses } from '../../../text/break-addresses.ts';
import { escapeText } from '../../../text/escape.ts';
import { Html } from '../../../text/markup.ts';

/**
 * Classes of highlighted code. `code.css` colours them by the `--shiki-token-*` variables, so that one rendering
 * serves both themes; what re-highlights code in the page uses the same ones. Punctuation and plain text have none.
 */
export const tokenClasses: Record<string, string> = {
  'var(--shiki-token-keyword)': 'k',
  'var(--shiki-token-string)': 's',
  'var(--shiki-token-string-expression)': 's',
  'var(--shiki-token-constant)': 'n',
  'var(--shiki-token-parameter)': 'n',
  'var(--shiki-token-function)': 'f',
  'var(--shiki-token-comment)': 'm',
  'var(--shiki-token-link)': 'l',
};

const aliases: Record<string, string> = {
  js: 'javascript',
  ts: 'javascript',
  typescript: 'javascript',
  sh: 'shellscript',
  bash: 'shellscript',
  shell: 'shellscript',
  curl: 'shellscript',
  py: 'python',
  rb: 'ruby',
  golang: 'go',
  html: 'xml',
};
const theme = createCssVariablesTheme({ name: 'reference', variablePrefix: '--shiki-' });
const grammars = [...new Set([...languages.map(({ grammar }) => grammar), 'json', 'xml'])];
const shiki = await createHighlighter({ themes: [theme], langs: grammars });

interface Line {
  html: string;
  /** What the next line stands in. */
  next: State;
}

/** A state of a grammar that lines were met in, and the lines met: samples are alike, and so are most of their lines. */
interface State {
  grammar: string;
  /** Undefined at the beginning. */
  stack: GrammarState | undefined;
  lines: Map<string, Line>;
  /** Lines without what does not matter to the grammar. */
  shapes: Map<string, Line>;
}

const states = new Map<string, State[]>();

/** A `<pre>` of highlighted code; an unknown language stays plain. The same line is highlighted once. */
export function highlight(code: string, language: string): Html {
  const grammar = aliases[language.toLowerCase()] ?? language.toLowerCase();
  return new Html(`<pre class="code" tabindex="0"><code>${inner(code, grammar)}</code></pre>`);
}

function inner(code: string, grammar: string): string {
  if (!grammars.includes(grammar)) return escapeText(code);
  let state = stateOf(grammar, undefined);
  return code
    .split(/\r?\n/)
    .map((text) => {
      if (text === '') return '';
      const line = state.lines.get(text) ?? lineIn(text, state);
      state.lines.set(text, line);
      state = line.next;
      return line.html;
    })
    .join('\n');
}

const QUOTED = /(["'])((?:\\.|(?!\1)[^\\])*)\1/g;
/** Nothing that a grammar could read more into than a text. */
const PLAIN_TEXT = /^[\w .,:;/?=&@+%-]+$/;
/** Stands for such a text, so that lines which differ in nothing else are highlighted once. A line that has it is taken as it is. */
const TEXT = '\u0001';

function lineIn(line: string, state: State): Line {
  const texts: string[] = [];
  const shape = line.includes(TEXT)
    ? line
    : line.replace(QUOTED, (whole, quote: string, text: string) => {
        if (!PLAIN_TEXT.test(text)) return whole;
        texts.push(escapeText(text));
        return quote + TEXT + quote;
      });
  const shown = state.shapes.get(shape) ?? shapeIn(shape, state);
  state.shapes.set(shape, shown);
  let at = 0;
  const html = texts.length === 0 ? shown.html : shown.html.replaceAll(TEXT, () => texts[at++] ?? '');
  return { html: breakAddresses(html), next: shown.next };
}

function shapeIn(text: string, { grammar, stack }: State): Line {
  const tokens = shiki.codeToTokensBase(text, {
    lang: grammar as BundledLanguage,
    theme: theme.name as BundledTheme,
    tokenizeTimeLimit: 0,
    ...(stack && { grammarState: stack }),
  });
  return { html: tokens.map(spans).join('\n'), next: stateOf(grammar, shiki.getLastGrammarState(tokens)) };
}

function stateOf(grammar: string, stack: GrammarState | undefined): State {
  const known = states.get(grammar) ?? [];
  states.set(grammar, known);
  const wanted = stack?.getInternalStack();
  const state = known.find((other) => {
    const its = other.stack?.getInternalStack();
    return its === wanted || (its && wanted ? its.equals(wanted) : false);
  });
  if (state) return state;
  const fresh = { grammar, stack, lines: new Map<string, Line>(), shapes: new Map<string, Line>() };
  known.push(fresh);
  return fresh;
}

/** Neighbours of one colour become one span; white space between them does not part them. */
function spans(line: ThemedToken[]): string {
  const runs: { name: string; text: string }[] = [];
  for (const { content, color } of line) {
    const last = runs.at(-1);
    const name = tokenClasses[color ?? ''] ?? '';
    if (last && (last.name === name || content.trim() === '')) last.text += content;
    else runs.push({ name, text: content });
  }
  return runs
    .map(({ name, text }) => (name ? `<span class="${name}">${escapeText(text)}</span>` : escapeText(text)))
    .join('');
}
