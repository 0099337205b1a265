import type { BundledContent } from '../../openapi/bundle/bundled-body.ts';
import { isRecord } from '../../openapi/document/refs.ts';
import type { BundledOperation, BundledParameter, BundledSecurity } from '../../openapi/bundle/bundled-operation.ts';
import { encodePath, encodeQuery, wirePairs, wireText } from '../../openapi/request/serialize.ts';
import { formBody } from './form-body.ts';
import type { BodyFormat, SampleRequest, SecretText } from './request.ts';
import { joinTexts, SECRET } from './request.ts';

export interface SampleValues {
  /** Base of the address; the first server unless told. */
  server?: string;
  /** By `query:page`; a parameter that is not named is left out. The document's examples unless told. */
  parameters?: ReadonlyMap<string, unknown>;
  /** The document's first example unless told. */
  body?: unknown;
  mediaType?: string;
  secretVariable: string;
}

/** Key of a parameter in `SampleValues.parameters`. */
export function parameterKey({ in: place, name }: { in: string; name: string }): string {
  return `${place}:${name}`;
}

/** What a sample sends unless told: every required parameter. */
export function defaultParameters(operation: BundledOperation): Map<string, unknown> {
  const needed = operation.parameters.filter(({ required, example }) => required && example !== undefined);
  return new Map(needed.map((parameter) => [parameterKey(parameter), parameter.example]));
}

/** The request that a sample prints: the operation with values filled in, the secret left out. */
export function sampleRequest(operation: BundledOperation, values: SampleValues): SampleRequest {
  const parameters = values.parameters ?? defaultParameters(operation);
  const set = operation.parameters.filter((parameter) => parameters.has(parameterKey(parameter)));
  const valueOf = (parameter: BundledParameter): unknown => parameters.get(parameterKey(parameter));
  const auth = operation.security[0] ?? [];
  const media =
    operation.body?.content.find(({ mediaType }) => mediaType === values.mediaType) ?? operation.body?.content[0];
  const body = 'body' in values ? values.body : media?.examples[0]?.value;
  const cookies = set
    .filter((parameter) => parameter.in === 'cookie')
    .flatMap((parameter) => wirePairs(parameter, valueOf(parameter)));
  const accepted = operation.responses[operation.success]?.content[0]?.mediaType;
  return {
    method: operation.method,
    url: joinTexts(
      absolute(values.server ?? operation.servers[0]?.url ?? ''),
      pathOf(operation, set, valueOf),
      queryOf(set, valueOf, auth),
    ),
    headers: [
      ...auth.flatMap(authHeader),
      ...set
        .filter((parameter) => parameter.in === 'header')
        .map((parameter): [string, string] => [parameter.name, wireText(parameter, valueOf(parameter))]),
      ...cookieHeader(cookies, auth),
      ...(media && body !== undefined && !media.mediaType.startsWith('multipart/')
        ? [['Content-Type', media.mediaType] as [string, string]]
        : []),
    ],
    ...(media && body !== undefined && { body: formatted(body, media), bodyFormat: bodyFormat(media.mediaType) }),
    responseFormat:
      accepted === undefined || operation.method === 'HEAD' ? 'none' : /[/+]json\b/.test(accepted) ? 'json' : 'text',
    secretVariable: values.secretVariable,
  };
}

/** Where a document names no host, the sample shows that one is missing. */
function absolute(server: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(server) ? server : `https://api.example.com${server}`;
}

function pathOf(
  { path }: BundledOperation,
  set: BundledParameter[],
  valueOf: (parameter: BundledParameter) => unknown,
): string {
  return path.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const parameter = set.find((candidate) => candidate.in === 'path' && candidate.name === name);
    return parameter ? encodePath(wireText(parameter, valueOf(parameter))) : whole;
  });
}

function queryOf(
  set: BundledParameter[],
  valueOf: (parameter: BundledParameter) => unknown,
  auth: BundledSecurity[],
): SecretText {
  const pairs = set
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => wirePairs(parameter, valueOf(parameter)));
  const keys = auth
    .filter(({ type, in: place }) => type === 'apiKey' && place === 'query')
    .map(({ name = '' }) => joinTexts(`${encodeQuery(name)}=`, SECRET));
  const query = [...pairs.map(([name, value]) => `${encodeQuery(name)}=${encodeQuery(value)}`), ...keys];
  return joinTexts(...query.flatMap((pair, index) => [index === 0 ? '?' : '&', pair]));
}

function authHeader({ type, scheme, in: place, name }: BundledSecurity): SampleRequest['headers'] {
  if (type === 'apiKey') return place === 'header' ? [[name ?? '', SECRET]] : [];
  if (type === 'mutualTLS') return [];
  const word = scheme === undefined || scheme === 'bearer' ? 'Bearer' : scheme === 'basic' ? 'Basic' : scheme;
  return [['Authorization', joinTexts(`${word} `, SECRET)]];
}

function cookieHeader(cookies: [string, string][], auth: BundledSecurity[]): SampleRequest['headers'] {
  const keys = auth
    .filter(({ type, in: place }) => type === 'apiKey' && place === 'cookie')
    .map(({ name = '' }) => joinTexts(`${name}=`, SECRET));
  const all = [...cookies.map(([name, value]) => `${name}=${encodeURIComponent(value)}`), ...keys];
  return all.length > 0
    ? [['Cookie', joinTexts(...all.flatMap((pair, index) => [index === 0 ? '' : '; ', pair]))]]
    : [];
}

/** How a media type is written; anything unknown is a file. */
export function bodyFormat(mediaType: string): BodyFormat {
  if (/[/+]json\b/.test(mediaType)) return 'json';
  if (mediaType.startsWith('application/x-www-form-urlencoded')) return 'form';
  if (mediaType.startsWith('multipart/')) return 'multipart';
  return /^text\/|[/+](xml|yaml)\b/.test(mediaType) ? 'text' : 'binary';
}

/** The body as its format wants it: fields of a form, text; bytes come from a file. */
function formatted(body: unknown, { mediaType, parts }: BundledContent): unknown {
  const format = bodyFormat(mediaType);
  if (format === 'binary') return 'file.bin';
  if (format === 'text') return typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return format !== 'json' && isRecord(body) ? formBody(body, format, parts) : body;
}
