import { structuredPatch } from 'diff';
import { expect, test } from 'vitest';
import { callSamples } from '../../src/generators/sdk/call-sample.ts';
import { declarationText } from '../../src/generators/sdk/declaration.ts';
import { methodDeclarations } from '../../src/generators/sdk/declarations.ts';
import { sdkLanguages } from '../../src/generators/sdk/languages.ts';
import { callsOf, sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { grown } from './grown-document.ts';
import { grownModel } from './php-grown.ts';

const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const now = sdkModel(document, policies);
const later = [sdkModel(grown(document), policies), grownModel(document, policies)];

/** The lines that come and go, without where they stand. */
function changes(before = '', after = ''): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 0 });
  return hunks.map(({ lines }) => `${lines.join('\n')}\n`).join('');
}

// The slow tests compile and run it. Here a change of what is printed is seen at once: `npx vitest -u` keeps it.
test.each(sdkLanguages)(
  'what the library for $id gets from an API that has grown is printed as it was',
  async ({ id, print }) => {
    const before = print(now);
    const text = later.flatMap((model) =>
      [...print(model)].flatMap(([name, printed]) => {
        const changed = changes(before.get(name), printed);
        return changed === '' ? [] : `### ${name}\n${changed}`;
      }),
    );
    await expect(text.join('\n')).toMatchFileSnapshot(`printed/${id}.txt`);
  },
);

test.each(['javascript', 'python', 'php', 'ruby'] as const)(
  'the calls and declarations of an API that has grown are printed in %s as they were',
  async (language) => {
    const calls = callsOf(grown(document));
    const declare = methodDeclarations(calls)[language];
    const text = calls.methods.map(
      (method) => `${callSamples[language](method)}\n${declarationText(declare(method))}\n`,
    );
    await expect(text.join('\n')).toMatchFileSnapshot(`printed/calls-${language}.txt`);
  },
);
