import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { builtPages } from './built-pages.ts';

const pages = builtPages();
const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document);
const markdown = (address: string) => readFileSync(join(dist, `${address.replace(/\/$/, '')}.md`), 'utf8');
const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

describe('the words of the pages', () => {
  it('put “a” before a status, as it is read aloud', () => {
    const wrong = pages.flatMap(({ address, html }) => (/\ban [1-57]\d\d\b/.test(textOf(html)) ? address : []));
    expect(wrong).toEqual([]);
  });

  it('say the same once at the head of an operation: a body is described by its schema', () => {
    const twice = operations
      .filter(({ requestBody }) => requestBody?.description)
      .map(({ operationId }) => operationId);
    expect(twice).toEqual([]);
  });

  it('speak of any list in the guide to pagination, and show that an answer has data', () => {
    const guide = markdown('/guides/pagination/');
    expect(guide).toContain('the id of a record of the list');
    expect(guide).not.toMatch(/the id of a (?:contact|visitor)/);
    const answers = guide.split('```json').slice(1);
    expect(answers).toHaveLength(2);
    for (const answer of answers) expect(answer).toContain('"data": [ … ],\n  "pagination": {\n');
  });
});

describe('links', () => {
  it('to pages of the site stay on the host that the reader is on', () => {
    const wrong = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/<p class="external"><a href="([^"]+)"/g)].flatMap(([, href = '']) =>
        href.startsWith('https://developers.orbinto.com/') ? `${address} → ${href}` : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('that save a file name it for a folder of downloads', () => {
    const names = pages
      .find(({ address }) => address === '/resources/')
      ?.elements.flatMap(({ name, attributes }) => (name === 'a' ? (attributes['download'] ?? []) : []));
    expect(names?.length).toBeGreaterThan(10);
    expect(names).toContain('orbinto-postman-collection.json');
    // Editors find the environments of an .http file by their name alone.
    expect(names?.filter((name) => !/^orbinto[-.][\w.-]*\w+$/.test(name))).toEqual(['http-client.env.json']);
  });
});
