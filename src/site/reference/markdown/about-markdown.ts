import { link } from '../../../generators/markdown/markdown-syntax.ts';
import type { ExternalDocs, OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { escapeMarkdown } from '../../../text/escape.ts';

/** Whom to ask, under which licence and terms, and what stands elsewhere, as a list; '' where the document says none of it. */
export function aboutMarkdown({ info, externalDocs }: OpenApiDocument): string {
  const { contact, license, termsOfService } = info;
  const who = [
    (contact?.name ?? contact?.url) !== undefined && linked(contact?.name ?? contact?.url ?? '', contact?.url),
    contact?.email !== undefined && link(contact.email, `mailto:${contact.email}`),
  ].filter(Boolean);
  const identifier = license?.identifier !== license?.name && license?.identifier;
  return [
    who.length > 0 && `- Contact: ${who.join(', ')}`,
    license && `- License: ${linked(license.name, license.url)}${identifier ? ` (${escapeMarkdown(identifier)})` : ''}`,
    termsOfService !== undefined && `- ${link('Terms of service', termsOfService)}`,
    externalDocs && `- ${docsMarkdown(externalDocs)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A link to what stands elsewhere. */
export function docsMarkdown({ url, description }: ExternalDocs): string {
  return link(description ?? url, url);
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? escapeMarkdown(text) : link(text, url);
}
