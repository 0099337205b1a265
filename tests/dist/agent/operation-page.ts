import { readCurl } from '../../../src/site/console/paste/read/read-curl.ts';
import { codeBlock, section, told } from './read-markdown.ts';

/** What the Markdown of an operation's page tells a client. */
export interface OperationPage {
  readonly method: string;
  readonly path: string;
  /** Where the sandbox listens. */
  readonly sandbox: string;
  readonly scope: string;
  /** Fields of the body that cannot be left out. */
  readonly required: readonly string[];
  /** Values of the parameters in the path, as an example. */
  readonly example: Readonly<Record<string, string>>;
  readonly page: string;
}

export function readOperationPage(page: string): OperationPage {
  const [method = '', path = ''] = told(page, /^- Request: `([^`]+)`$/m, 'the request').split(' ');
  return {
    method,
    path,
    sandbox: told(page, /^ {2}- `([^`]+)`: Sandbox/m, 'where the sandbox listens'),
    scope: told(page, /· scope \[`([^`]+)`\]/, 'the scope'),
    required: /^## Request body/m.test(page) ? requiredFields(section(page, /^Request body/)) : [],
    example: Object.fromEntries(
      [...page.matchAll(/^- `([^`]+)` ·.* example `([^`]+)`$/gm)].map(([, name = '', value = '']) => [name, value]),
    ),
    page,
  };
}

function requiredFields(body: string): string[] {
  return [...body.matchAll(/^- `([^`]+)` ·.*\*\*required\*\*/gm)].map(([, name = '']) => name);
}

/** The request of a page's first sample, with a key in it, to the sandbox in place of where it goes. */
export function sampleRequest({ page, sandbox }: OperationPage, key: string): Request {
  return requestOf(section(page, 'curl'), key, sandbox);
}

/** A request that a page shows as curl, sent to another server. */
export function requestOf(markdown: string, key: string, server: string): Request {
  const { text } = codeBlock(markdown, ({ text: code }) => code.includes('curl '));
  const { method, target, headers, body } = readCurl(text, () => key);
  const content = body?.kind === 'text' ? { body: body.text } : {};
  return new Request(new URL(target, server), { method, headers, ...content });
}
