import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { describe, expect, it } from 'vitest';
import { curl } from '../../generators/samples/curl.ts';
import { javascript } from '../../generators/samples/javascript.ts';
import { sampleRequest } from '../../generators/samples/sample-request.ts';
import { loadDocument } from '../../openapi/document/load.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { bundleOperation } from '../../openapi/bundle/bundled-operation.ts';
import { colourRuns, tokenize } from './colour-runs.ts';
import type { Language } from './colour-runs.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));
const grammars = { json: 'json', shell: 'shellscript', javascript: 'javascript' } as const;
const theme = createCssVariablesTheme({ name: 'site', variablePrefix: '' });
const shiki = await createHighlighter({ themes: [theme], langs: Object.values(grammars) });
const classes: Record<string, string> = {
  keyword: 'k',
  string: 's',
  constant: 'n',
  parameter: 'n',
  function: 'f',
  comment: 'm',
};

describe('tokenize', () => {
  it.each<[Language, string]>([
    ['json', '{"a": [1, -2.5e3, true, "x\\"y", nul], "open'],
    ['shell', `curl 'https://a/b?c=1' \\\n  -H "Authorization: Bearer $ORBINTO_API_KEY" -d '{"a": "it'\\''s"}' # end`],
    ['javascript', 'const r = await fetch(`x${1}`, { method: "POST" }); // ü 🎉 \u2028'],
    ['javascript', "'unclosed"],
    ['other', 'request = f"{os.environ[\'X\']}" # ü\n<?php $a = [1 => null]; if err != nil { `x` '],
  ])('loses no character of %s', (language, text) => {
    expect(
      tokenize(text, language)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
    expect(
      colourRuns(text, language)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  it.each([
    ['json', '"\\'],
    ['json', '{"'],
    ['shell', "'\\"],
    ['shell', '"\\'],
    ['shell', "$'\\"],
    ['shell', '"${a:?'],
    ['shell', ':?a'],
    ['javascript', '${a}'],
    ['javascript', '}'],
    ['javascript', '`\\'],
    ['javascript', '${a.'],
    ['javascript', 'aaaa'],
    ['other', '"\\'],
    ['other', '$a'],
  ] as [Language, string][])('reads a long hostile %s (%s) to its end', (language, unit) => {
    // A grammar that looks back at each step would run into the test's time-out.
    const text = unit.repeat(100_000);
    const length = tokenize(text, language).reduce((sum, token) => sum + token.text.length, 0);
    expect(length).toBe(text.length);
  });
});

describe('colourRuns', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'colours the samples of %s as the build does',
    (_, operation) => {
      const request = sampleRequest(operation, { secretVariable: 'ORBINTO_API_KEY' });
      expectSameColours(curl(request), 'shell');
      expectSameColours(javascript(request), 'javascript');
      expectSameColours(JSON.stringify(request.body ?? { a: [null, true, 1.5, { '': '' }] }, null, 2), 'json');
    },
  );
});

function expectSameColours(text: string, language: keyof typeof grammars): void {
  const built = shiki
    .codeToTokensBase(text, { lang: grammars[language], theme, tokenizeTimeLimit: 0 })
    .flat()
    .map(({ content, color = '' }) => {
      const name = /token-(keyword|string|constant|parameter|function|comment)/.exec(color)?.[1] ?? '';
      return { className: classes[name] ?? '', text: content };
    });
  expect(visible(colourRuns(text, language))).toBe(visible(built));
}

/** Each run without its white space, which has no colour; neighbours of one colour together. */
function visible(runs: { className: string; text: string }[]): string {
  const characters = runs.flatMap(({ className, text }) =>
    [...text.replace(/\s/g, '')].map((character) => ({ className, character })),
  );
  return characters
    .map(({ className, character }, index) =>
      className === characters[index - 1]?.className ? character : `\n${className} ${character}`,
    )
    .join('');
}
