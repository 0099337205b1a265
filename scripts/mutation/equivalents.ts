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
    file: 'src/sandbox/mcp/pages.ts',
    original: 'sections.at(-1)?.lines',
    replacement: 'sections.at(-1).lines',
    reason: 'The list begins with one, and none is taken out.',
  },
];
