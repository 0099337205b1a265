import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { serverList } from '../../src/generators/markdown/server-markdown.ts';
import type { Label } from '../../src/openapi/model/tags.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import type { OperationView } from '../../src/site/reference/view/operation-view.ts';
import { bodyExamples, responseExamples } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';

/** Words that one of them has to say what the other shows by its looks. */
const LOOKS = {
  html: new Set([
    'i',
    'link',
    'to',
    'values',
    'members',
    'of',
    'body',
    'name',
    'alternatives',
    'examples',
    'each',
    'them',
  ]),
  // Where the page shows how a parameter is sent, Markdown names the style, too.
  markdown: new Set([
    ...[
      'get',
      'put',
      'delete',
      'style',
      'form',
      'exploded',
      'matrix',
      'label',
      'deepobject',
      'spacedelimited',
      'pipedelimited',
    ],
    ...[
      'request',
      'operation',
      'server',
      'one',
      'of',
      'authorization',
      'none',
      'needed',
      'or',
      'body',
      'example',
      'item',
    ],
    ...[
      'headers',
      'as',
      'values',
      'members',
      'any',
      'other',
      'name',
      'names',
      'that',
      'match',
      'path',
      'query',
      'parameters',
    ],
    ...[
      'cookies',
      'responses',
      'links',
      'your',
      'answer',
      'callbacks',
      'payload',
      'sent',
      'to',
      'post',
      'address',
      'required',
      'and',
    ],
    ...[
      'deprecated',
      'events',
      'new',
      'code',
      'should',
      'not',
      'use',
      'this',
      'in',
      'parts',
      'json',
      'xml',
      'text',
      'examples',
      'header',
    ],
  ]),
};

/** All that an operation's page says in its two columns, but for the samples and who may call. */
function htmlOf(view: OperationView, labels: Label[]): string {
  const { description, parameters, body, responses, callbacks } = view;
  const { successes, errors, errorHeaders, errorBodies } = responses;
  return [
    ...labels.flatMap(({ kind, title }) => [kind, title]),
    ...view.events.map(({ operation }) => operation.path),
    ...view.extensions.flatMap(({ label, values }) => [label, ...values.map((value) => value.text)]),
    description?.text,
    ...parameters.map(({ list }) => list.text),
    body?.description?.text,
    body?.content.text,
    errorHeaders?.list.text,
    ...[...successes, ...errors].map((one) =>
      [
        one.status,
        one.phrase,
        one.summary,
        one.description?.text,
        one.headers?.list.text,
        one.body?.text,
        one.links?.text,
      ].join(' '),
    ),
    ...errorBodies.map((one) => one.body.text),
    ...callbacks.map(({ title, method, address, content }) => [title, method, address, content.text].join(' ')),
  ].join(' ');
}

/** The text of HTML, with counts that stand for what is folded left out. */
function textOf(html: string): string {
  return html
    .replace(/<summary>\d+ (alternatives|values|examples?)<\/summary>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|#39);/g, ' ');
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_.-]*[\p{L}\p{N}]/gu) ?? [];
  return new Set(words.map((word) => word.replace(/^[._-]+/, '')));
}

function missing(from: Set<string>, looks: Set<string>, other: Set<string>): string[] {
  return [...from].filter((word) => !other.has(word) && !looks.has(word));
}

test.each(['constructs.yaml', 'schemas.yaml', 'twin.yaml', 'newer.yaml'])(
  'the page and the Markdown page of each operation of %s tell the same',
  async (file) => {
    const { reference, views } = makeReference(
      await loadDocument(join(import.meta.dirname, 'fixtures', file)),
      options,
    );
    const [html, markdown] = [new SchemaHtml(views), new SchemaMarkdown(views)];
    const { document } = reference;
    for (const entry of [...reference.operations.values(), ...reference.events]) {
      const { operation, kind } = entry;
      const direction = kind === 'event' ? 'response' : 'request';
      const examples = [
        ...bodyExamples(document, operation.requestBody?.content ?? [], direction),
        ...responseExamples(document, operation),
      ];
      const shown = examples.map(({ title, description, code }) => [title, description?.text, code.text].join(' '));
      const { summary, path, servers, operationId, givenId = '', externalDocs } = operation;
      const page = wordsOf(
        [
          textOf([htmlOf(operationView(reference, html, entry), operation.labels), ...shown].join(' ')),
          summary,
          path,
          kind === 'event' ? '' : serverList(servers),
          kind === 'event' ? operation.method : givenId,
          externalDocs?.description,
        ].join(' '),
      );
      const text = entryMarkdown(reference, markdown, entry)
        .replace(/^## Samples[\s\S]*/m, '')
        .replace(/^- Authorization[^\n]*\n(?: {2}[^\n]*\n)*/m, '');
      // HTML in a description is made harmless on the page, and left as it is in Markdown.
      const told = wordsOf(text.replace(/\]\([^)]*\)|<\/?(?:a|b|i|script|img)\b[^>]*>/g, ' '));
      expect(missing(page, LOOKS.html, told), `${operationId}: only on the page`).toEqual([]);
      expect(missing(told, LOOKS.markdown, page), `${operationId}: only in Markdown`).toEqual([]);
    }
  },
);
