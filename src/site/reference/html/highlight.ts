import { createCssVariablesTheme, createHighlighter } from 'shiki';
import type { BundledLanguage, ThemedToken } from 'shiki';
import { languages } from '../../../generators/samples/languages.ts';
import { escapeHtml, Html } from './markup.ts';

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

const theme = createCssVariablesTheme({ name: 'reference', variablePrefix: '--shiki-' });
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
const grammars = [...new Set([...languages.map(({ grammar }) => grammar), 'json', 'xml'])];
const shiki = await createHighlighter({ themes: [theme], langs: grammars });
const memo = new Map<string, Html>();

/** A `<pre>` of highlighted code; an unknown language stays plain. The same code is highlighted once. */
export function highlight(code: string, language: string): Html {
  const grammar = aliases[language.toLowerCase()] ?? language.toLowerCase();
  const key = `${grammar}\n${code}`;
  const known = memo.get(key);
  if (known) return known;
  const inner = grammars.includes(grammar) ? lines(code, grammar) : escapeHtml(code);
  const result = new Html(`<pre class="code" tabindex="0"><code>${inner}</code></pre>`);
  memo.set(key, result);
  return result;
}

function lines(code: string, grammar: string): string {
  const tokens = shiki.codeToTokensBase(code, { lang: grammar as BundledLanguage, theme, tokenizeTimeLimit: 0 });
  return tokens.map((line) => spans(line)).join('\n');
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
    .map(({ name, text }) => (name ? `<span class="${name}">${escapeHtml(text)}</span>` : escapeHtml(text)))
    .join('');
}
