import { expect, test } from 'vitest';
import { UniqueNames } from '../../../openapi/model/naming.ts';
import { SchemaViews } from '../../../openapi/schema/schema-views.ts';
import { SchemaHtml } from '../html/schema-html.ts';
import { bodyHtml } from './body-view.ts';

test('how members are sent stands at the media type that tells it, where several share a schema', () => {
  const document = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
  const schema = { type: 'object', properties: { file: { type: 'string' }, tags: { type: 'array' } } };
  const context = {
    document,
    schemas: new SchemaHtml(new SchemaViews(document, () => '')),
    taken: new UniqueNames(),
  };
  const multipart = { mediaType: 'multipart/form-data', encoding: { file: { contentType: 'image/png' } } };
  const form = { mediaType: 'application/x-www-form-urlencoded', encoding: { tags: { style: 'pipeDelimited' } } };
  const content = [{ mediaType: 'application/json' }, multipart, form].map((media) => ({
    ...media,
    ...{ schema, examples: [] },
  }));
  const textOf = (shown: typeof content): string =>
    bodyHtml(context, shown, 'request', 'body')
      .text.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  expect(textOf(content)).toContain(
    'as multipart/form-data file is sent as image/png as application/x-www-form-urlencoded tags is sent in style pipeDelimited',
  );
  expect(textOf(content.slice(1, 2))).not.toContain('as multipart/form-data');
});
