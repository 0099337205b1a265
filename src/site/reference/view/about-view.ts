import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { externalDocsLine, linkTo } from '../html/links.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';

/** Whom to ask, under which licence and terms, and what stands elsewhere; nothing where the document says none of it. */
export function aboutView({ info, externalDocs }: OpenApiDocument): Html | undefined {
  const { contact, license, termsOfService } = info;
  const parts = [
    (contact?.name ?? contact?.url) !== undefined &&
      markup`<span>${linkTo(contact?.url, contact?.name ?? contact?.url ?? '')}</span>`,
    contact?.email !== undefined && markup`<span>${linkTo(`mailto:${contact.email}`, contact.email)}</span>`,
    license !== undefined &&
      markup`<span>${linkTo(license.url, license.name)}${license.identifier && license.identifier !== license.name && ` (${license.identifier})`}</span>`,
    termsOfService !== undefined && markup`<span>${linkTo(termsOfService, 'Terms of service')}</span>`,
  ].filter(Boolean);
  const line = parts.length > 0 && markup`<p class="facts about">${parts}</p>`;
  const docs = externalDocsLine(externalDocs);
  return line || docs ? markup`${line}${docs}` : undefined;
}
