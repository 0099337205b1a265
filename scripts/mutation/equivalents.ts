import type { Equivalent } from './score.ts';

/** Faults that were looked at, and change nothing that anybody could see. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'src/generators/samples/sample-security.ts',
    original: "scheme.type === 'apiKey'",
    replacement: 'true',
    reason: 'Keys alone have a place that is compared next.',
  },
  {
    file: 'src/generators/samples/literal.ts',
    original: "typeof value !== 'object'",
    replacement: 'false',
    reason: 'What is no object has no members.',
  },
  {
    file: 'src/generators/sdk/php/php-types.ts',
    original: "kind === 'union'",
    replacement: 'true',
    reason: 'membersOf gives none for what is no union.',
  },
  {
    file: 'src/generators/sdk/python/methods.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'It is printed beside a method that takes a body alone.',
  },
  {
    file: 'src/openapi/document/anchors.ts',
    original: "name.startsWith('/')",
    replacement: "name.endsWith('/')",
    reason: 'A pointer is no anchor of the file: it is looked up in vain.',
  },
  {
    file: 'src/sandbox/checks/validate-body.ts',
    original: 'text.length <= GLANCE && JSON.stringify(value) === text',
    replacement: 'false',
    reason: 'A text that is read token by token is found to say the same.',
  },
  {
    file: 'src/sandbox/checks/validate-body.ts',
    original: 'text.length <= GLANCE',
    replacement: 'true',
    reason: 'A text that is read token by token is found to say the same.',
  },
  {
    file: 'src/sandbox/checks/validate-body.ts',
    original: 'text.length <= GLANCE',
    replacement: 'text.length < GLANCE',
    reason: 'A text that is read token by token is found to say the same.',
  },
  {
    file: 'src/sandbox/checks/validate-body.ts',
    original: 'text.length <= GLANCE',
    replacement: 'text.length > GLANCE',
    reason: 'A text that is read token by token is found to say the same.',
  },
  {
    file: 'src/sandbox/control/deliveries.ts',
    original: 'query.after === undefined',
    replacement: 'false',
    reason: 'No delivery is called undefined.',
  },
  {
    file: 'src/sandbox/http/origin.ts',
    original: "headers.get('X-Forwarded-Proto')?.split(',')[0]?.trim",
    replacement: "headers.get('X-Forwarded-Proto')?.split(',')[0].trim",
    reason: 'A text that was split has a first part.',
  },
  {
    file: 'src/sandbox/library/duration.ts',
    original: "typeof milliseconds === 'number'",
    replacement: 'true',
    reason: 'Only a number is finite.',
  },
  {
    file: 'src/sandbox/mcp/pages.ts',
    original: 'sections.at(-1)?.lines',
    replacement: 'sections.at(-1).lines',
    reason: 'The list begins with one, and none is taken out.',
  },
  {
    file: 'src/openapi/usage/exchange-usage.ts',
    original: 'noted.add(mark).size > 0',
    replacement: 'noted.add(mark).size >= 0',
    reason: 'A set to which something was added is not empty.',
  },
  {
    file: 'src/sandbox/mcp/pages.ts',
    original: 'source === undefined',
    replacement: 'false',
    reason: 'Where the address is there, the whole match is.',
  },
  {
    file: 'src/sandbox/mcp/pages.ts',
    original: 'marks && heading',
    replacement: 'marks || heading',
    reason: 'Both are of one match.',
  },
  {
    file: 'src/sandbox/rehearsal/rehearse.ts',
    original: '{ seeded }',
    replacement: '{}',
    reason: 'The same records are made once more.',
  },
  {
    file: 'src/sandbox/rehearsal/rehearse.ts',
    original: 'next.done',
    replacement: 'false',
    reason: 'Both sandboxes play the same steps.',
  },
  {
    file: 'src/sandbox/store/memory-store.ts',
    original: '!isEmpty(state.takeChanges())',
    replacement: 'true',
    reason: 'A state without changes takes in what it has.',
  },
  {
    file: 'src/sandbox/store/sqlite-file.ts',
    original: '(mode & OTHERS) !== 0',
    replacement: 'true',
    reason: 'A mode that lets others do nothing is set as it is.',
  },
  {
    file: 'src/sandbox/store/sqlite-file.ts',
    original: '{ timeout: 0 }',
    replacement: '{}',
    reason: 'It is what SQLite does unless told otherwise.',
  },
];
