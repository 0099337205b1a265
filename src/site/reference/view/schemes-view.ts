import { metadataUrl } from '../../../openapi/document/security-scheme.ts';
import type { OAuthFlow, SecurityScheme } from '../../../openapi/document/security-scheme.ts';
import { isRecord } from '../../../openapi/document/refs.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import { schemeOf, schemeWord } from '../../../openapi/model/security.ts';
import type { Reference } from '../model.ts';
import { schemeAnchor, schemeTitle, scopeValue } from './access-view.ts';

export interface SchemeView {
  id: string;
  title: string;
  deprecated: boolean;
  /** What is sent: `Authorization: Bearer …`. */
  how: string;
  description: Html | undefined;
  /** The description as it is written. */
  markdown: string;
  /** By flow; those that all flows have are told once. */
  scopes: ScopesView[];
  /** Where tokens come from: `authorizationCode, token URL`. */
  flows: { name: string; url: string }[];
}

export interface ScopesView {
  /** `implicit, password`; '' of all flows. */
  flows: string;
  list: { name: string; text: string; href: string | undefined }[];
}

/** The ways to authenticate that the document declares. */
export function schemesView({ document, options }: Reference): SchemeView[] {
  return Object.keys(document.components?.securitySchemes ?? {}).flatMap((id) => {
    const scheme = schemeOf(document, id);
    if (!scheme) return [];
    return [
      {
        id: schemeAnchor(id),
        title: schemeTitle(document, id),
        deprecated: scheme.deprecated ?? false,
        how: howToSend(scheme),
        description: scheme.description ? renderMarkdown(scheme.description) : undefined,
        markdown: scheme.description ?? '',
        flows: flowUrls(scheme),
        scopes: scopesView(scheme, options),
      },
    ];
  });
}

/** A document may name a flow and say nothing of it. */
function flowsOf({ flows = {} }: SecurityScheme): [string, OAuthFlow][] {
  return Object.entries(flows).filter(([, flow]) => isRecord(flow));
}

function scopesView(scheme: SecurityScheme, options: Reference['options']): ScopesView[] {
  const groups = [...Map.groupBy(flowsOf(scheme), ([, { scopes }]) => JSON.stringify(scopes)).values()];
  return groups.flatMap((group) => {
    const scopes = Object.entries(group[0]?.[1].scopes ?? {});
    if (scopes.length === 0) return [];
    return [
      {
        flows: groups.length > 1 ? group.map(([flow]) => flow).join(', ') : '',
        list: scopes.map(([name, text]) => ({ name, text, href: scopeValue(options, name).href })),
      },
    ];
  });
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
