import { createCssVariablesTheme, type ShikiTransformer, type ThemeRegistration } from 'shiki';
import { fromMeta } from './runnable/runnable-request.ts';

type Element = Parameters<NonNullable<ShikiTransformer['pre']>>[0];

/** What a block's caption says where its fence gives no title. */
export const languageTitles: Readonly<Record<string, string>> = {
  bash: 'Terminal',
  sh: 'Terminal',
  http: 'HTTP',
  js: 'JavaScript',
  javascript: 'JavaScript',
  ts: 'TypeScript',
  json: 'JSON',
  python: 'Python',
  php: 'PHP',
  ruby: 'Ruby',
  go: 'Go',
  yaml: 'YAML',
};

/** Colours come from the `--shiki-*` variables of theme.css, so one rendering serves both themes. */
export const codeTheme: ThemeRegistration = createCssVariablesTheme({
  name: 'css-variables',
  variablePrefix: '--shiki-',
});

/**
 * Frames a code block: a figure with a caption (the fence's `title="…"`, else the language) and a copy button.
 * The button works by the listener of ui/copy-code.ts. A block that carries a request gets a Run button, for runnable/intent.ts.
 * One whose fence has the word `illustration` says so: it is there to be read, and no test runs it.
 */
export const codeFrame: ShikiTransformer = {
  name: 'code-frame',
  root(root) {
    const pre = root.children[0];
    if (pre?.type !== 'element') return;
    const meta = this.options.meta?.__raw ?? '';
    const title = /title="([^"]*)"/.exec(meta)?.[1] ?? languageTitles[this.options.lang] ?? '';
    pre.properties.style = undefined;
    pre.properties.tabindex = '0';
    pre.properties['data-language'] = this.options.lang;
    const isIllustration = /(?:^|\s)illustration(?:\s|$)/.test(meta);
    const label = isIllustration ? [element('span', { 'data-illustration': '' }, [text(' · illustration')])] : [];
    const caption = element('figcaption', { class: 'ob-code-title' }, [text(title), ...label]);
    const copy = element('button', { type: 'button', class: 'ob-copy', 'data-copy': '' }, [text('Copy')]);
    const runnable = fromMeta(meta);
    const attributes = { class: 'ob-code not-content', 'data-pagefind-ignore': 'all' };
    root.children =
      runnable === undefined
        ? [element('figure', attributes, [caption, copy, pre])]
        : [element('figure', { ...attributes, 'data-runnable': runnable }, [caption, runButton(), copy, pre])];
  },
};

function runButton(): Element {
  return element('button', { type: 'button', class: 'ob-run-button' }, [text('Run')]);
}

function text(value: string): Extract<Element['children'][number], { type: 'text' }> {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: Element['children']): Element {
  return { type: 'element', tagName, properties, children };
}
