import type { Server } from '../../openapi/document/openapi-document.ts';
import { serverUrls } from '../../openapi/model/server-urls.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { code, indent } from './markdown-syntax.ts';

/** Servers as a list: the address with the defaults of its variables, and what else these may be. */
export function serverList(servers: Server[] | undefined): string {
  return serverUrls(servers)
    .map(({ name, url, template, description }, index) => {
      const variables = Object.entries(servers?.[index]?.variables ?? {}).map(variableItem);
      const text = `- ${code(url || '/')}${template === undefined ? '' : `, from ${code(template)}`}${name && ` (${escapeMarkdown(name)})`}${description && `: ${inline(description)}`}`;
      return [text, ...variables.map((item) => indent(item))].join('\n');
    })
    .join('\n');
}

function variableItem([name, { default: preset, enum: values = [], description }]: [
  string,
  NonNullable<Server['variables']>[string],
]): string {
  const facts = [`default ${code(preset)}`, values.length > 0 && `one of ${values.map(code).join(', ')}`];
  return `- ${[code(`{${name}}`), ...facts].filter(Boolean).join(' · ')}${description ? `: ${inline(description)}` : ''}`;
}

/** The first paragraph on one line, for a place within a list. */
function inline(text: string): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/);
  return paragraph.replace(/\s*\n\s*/g, ' ');
}
