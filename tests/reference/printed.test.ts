import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import { options } from './pages.ts';

// `twin.test.ts` holds that the Markdown says what the page says. Here a change of its text is seen: `npx vitest -u` keeps it.
test.each(['constructs', 'twin'])('the Markdown of the operations of %s.yaml is printed as it was', async (name) => {
  const document = await loadDocument(join(import.meta.dirname, `fixtures/${name}.yaml`));
  const { reference, views } = makeReference(document, options);
  const schemas = new SchemaMarkdown(views);
  const pages = [...reference.operations.values()].map((entry) => entryMarkdown(reference, schemas, entry));
  await expect(pages.join('\n---\n\n')).toMatchFileSnapshot(`printed/${name}.txt`);
});
