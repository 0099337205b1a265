import { kebabCase } from '../../../openapi/model/naming.ts';
import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import { camelCase, pascalCase } from '../words.ts';
import { docComment } from './doc-comment.ts';
import { printMethod, queryType } from './print-methods.ts';
import { importOfTypes } from './type-text.ts';

/** Namespaces that people's code adds methods to, and where that stands. */
const EXTENDED: Readonly<Record<string, string>> = { contacts: '../contacts.ts' };

const className = ({ fullName }: SdkResource): string => pascalCase(fullName);
const memberOf = ({ name }: SdkResource): string => camelCase(name);

/** A namespace with those below it, in one file. */
export function printResource({ types }: SdkModel, resource: SdkResource): string {
  const body = printClasses(resource);
  const imports = [
    [/\bCall</, "import type { Call } from '../call.ts';\n"],
    [/\bList</, `import type { ${listNames(body).join(', ')} } from '../list.ts';\n`],
    [/./, "import type { CallOptions } from '../options.ts';\nimport { Resource } from '../resource.ts';\n"],
    [/: Transport\b/, "import type { Transport } from '../transport.ts';\n"],
  ] as const;
  const used = imports.flatMap(([mark, text]) => (mark.test(body) ? text : [])).join('');
  return `${used}${importOfTypes(
    types.map(({ name }) => name),
    body,
  )}\n${body}`;
}

const listNames = (body: string): string[] =>
  ['CursorMode', 'List', 'NoMode', 'PageMode'].filter((name) => new RegExp(`\\b${name}\\b`).test(body));

function printClasses(resource: SdkResource): string {
  const below = resource.resources.map(printClasses);
  const queries = resource.methods.flatMap((method) => queryType(method) ?? []);
  const members = resource.resources.map((child) => `  readonly ${memberOf(child)}: ${className(child)};\n`);
  const made = resource.resources.map((child) => `    this.${memberOf(child)} = new ${className(child)}(transport);\n`);
  const constructor = members.length
    ? `${members.join('')}\n  constructor(transport: Transport) {\n    super(transport);\n${made.join('')}  }\n\n`
    : '';
  const methods = resource.methods.map(printMethod).join('\n');
  const comment = docComment([resource.description]);
  return [
    ...below,
    ...queries,
    `${comment}export class ${className(resource)} extends Resource {\n${constructor}${methods}}\n`,
  ].join('\n');
}

/** What a client has. */
export function printNamespaces({ resources }: SdkModel): string {
  const imports = resources.map((resource) => {
    const from = EXTENDED[resource.name] ?? `./${kebabCase(resource.name)}.ts`;
    return `import { ${className(resource)} } from '${from}';\n`;
  });
  const members = resources.map(
    (resource) =>
      `${docComment([resource.description], '  ')}  readonly ${memberOf(resource)}: ${className(resource)};\n`,
  );
  const made = resources.map((resource) => `    this.${memberOf(resource)} = new ${className(resource)}(transport);\n`);
  return `import type { Transport } from '../transport.ts';
${imports.join('')}
export class Namespaces {
${members.join('')}
  constructor(transport: Transport) {
${made.join('')}  }
}
`;
}
