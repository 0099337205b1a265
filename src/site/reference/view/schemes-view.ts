import { metadataUrl } from '../../../openapi/document/security-scheme.ts';
import type { OAuthFlow, SecurityScheme } from '../../../openapi/document/security-scheme.ts';
import { isRecord } from '../../../openapi/document/refs.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import { schemeWord } from '../../../openapi/model/security.ts';
import type { Reference } from '../model.ts';
import { fillAddress } from '../options.ts';
import { schemeAnchor, schemeOf, schemeTitle } from './access-view.ts';

export interface SchemeView {
  id: string;
  title: string;
  deprecated: boolean;
  /** What is sent: `Authorization: Bearer …`. */
  how: string;
  description: Html | undefined;
  /** The description as it is written. */
  markdown: string;
  scopes: { name: string; text: string; href: string | undefined }[];
  /** Where tokens come from: `authorizationCode, token URL`. */
  flows: { name: string; url: string }[];
}

/** The ways to authenticate that the document declares. */
export function schemesView({ document, options }: Reference): SchemeView[] {
  return Object.keys(document.components?.securitySchemes ?? {}).flatMap((id) => {
    const scheme = schemeOf(document, id);
    if (!scheme) return [];
    const scopes = Object.assign({}, ...flowsOf(scheme).map(([, flow]) => flow.scopes)) as Record<string, string>;
    return [
      {
        id: schemeAnchor(id),
        title: schemeTitle(document, id),
        deprecated: scheme.deprecated ?? false,
        how: howToSend(scheme),
        description: scheme.description ? renderMarkdown(scheme.description) : undefined,
        markdown: scheme.description ?? '',
        flows: flowUrls(scheme),
        scopes: Object.entries(scopes).map(([name, text]) => ({
          name,
          text,
          href:
            options.scopes === undefined ? undefined : options.siteBase + fillAddress(options.scopes, { value: name }),
        })),
      },
    ];
  });
}

/** A document may name a flow and say nothing of it. */
function flowsOf({ flows = {} }: SecurityScheme): [string, OAuthFlow][] {
  return Object.entries(flows).filter(([, flow]) => isRecord(flow));
}

function flowUrls(scheme: SecurityScheme): SchemeView['flows'] {
  const named = flowsOf(scheme).flatMap(
    ([flow, { authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl }]) => [
      { name: `${flow}, authorization URL`, url: authorizationUrl },
      { name: `${flow}, device authorization URL`, url: deviceAuthorizationUrl },
      { name: `${flow}, token URL`, url: tokenUrl },
      { name: `${flow}, refresh URL`, url: refreshUrl },
    ],
  );
  const discovery = [
    { name: 'Discovery', url: scheme.openIdConnectUrl },
    { name: 'Metadata', url: metadataUrl(scheme) },
  ];
  return [...named, ...discovery].flatMap(({ name, url }) => (url === undefined ? [] : [{ name, url }]));
}

function howToSend({ type, scheme = 'bearer', in: place, name = '' }: SecurityScheme): string {
  if (type === 'http' && scheme.toLowerCase() === 'basic') return 'Authorization: Basic (base64 of user:password)';
  if (type === 'http') return `Authorization: ${schemeWord(scheme)} …`;
  if (type === 'apiKey')
    return place === 'query' ? `?${name}=…` : place === 'cookie' ? `Cookie: ${name}=…` : `${name}: …`;
  return type === 'mutualTLS' ? 'TLS client certificate' : 'Authorization: Bearer …';
}
