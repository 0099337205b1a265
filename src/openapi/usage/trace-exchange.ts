import type { OpenApiDocument } from '../document/openapi-document.ts';
import { isJson } from '../document/media-types.ts';
import type { MediaType } from '../model/media-type.ts';
import { methodText } from '../model/method.ts';
import type { Operation, Parameter, Response } from '../model/operations.ts';
import type { Direction } from '../schema/fields.ts';
import type { Exchange } from './har.ts';
import type { Tracer } from './trace-value.ts';
import { traceValue } from './trace-value.ts';

interface Traced {
  document: OpenApiDocument;
  operation: Operation;
}

interface Note {
  tracer: (direction: Direction) => Tracer;
  word: (text: string) => void;
}

/** Takes down all that an exchange uses of its operation, by the places that changes are told of. */
export function traceExchange(exchange: Exchange, traced: Traced, note: Note): void {
  const title = `${methodText(traced.operation.method)} ${traced.operation.path}`;
  traceParameters(exchange, traced, title, note);
  traceBody(exchange, traced, title, note);
  traceResponse(exchange, traced, title, note);
}

function traceParameters(exchange: Exchange, { document, operation }: Traced, title: string, note: Note): void {
  const tracer = note.tracer('request');
  const walk = { document, direction: 'request', tracer } as const;
  for (const parameter of operation.parameters) {
    const { in: where, name, schema } = parameter;
    if (where === 'path') continue;
    const place = `${title} ${where}.${where === 'header' ? name.toLowerCase() : name}`;
    const values = sentValues(exchange, parameter);
    if (values.length === 0) tracer.missing(place);
    for (const value of values) {
      traceValue(value, schema, place, walk);
      tracer.seen(`${place}[]`, value);
    }
  }
  for (const [, value] of exchange.url.searchParams) note.word(value);
}

/** What was sent as a parameter: one value, or the items of a list. */
function sentValues({ url, headers }: Exchange, { in: where, name }: Parameter): string[] {
  if (where === 'query') {
    const isPart = (key: string): boolean => key === name || key === `${name}[]` || key.startsWith(`${name}[`);
    return [...url.searchParams].filter(([key]) => isPart(key)).map(([, value]) => value);
  }
  if (where === 'header') return valuesOf(headers, name);
  const cookies = valuesOf(headers, 'cookie').flatMap((text) => text.split(/; */));
  return cookies.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

function valuesOf(headers: Exchange['headers'], name: string): string[] {
  return headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

function traceBody(exchange: Exchange, { document, operation }: Traced, title: string, note: Note): void {
  const { requestBody } = operation;
  const tracer = note.tracer('request');
  const place = `${title} body`;
  if (exchange.body === undefined) return tracer.missing(place);
  tracer.seen(place, undefined);
  const walk = { document, direction: 'request', tracer } as const;
  traceContent(exchange.body, exchange.mediaType, requestBody?.content ?? [], place, walk);
}

function traceResponse(exchange: Exchange, { document, operation }: Traced, title: string, note: Note): void {
  const response = responseTo(operation, exchange.status);
  if (!response) return;
  const tracer = note.tracer('response');
  const place = `${title} ${response.status.toUpperCase()}`;
  tracer.seen(place, undefined);
  for (const { name, schema } of response.headers) {
    const at = [`${place} header.${name}`, `${title} header.${name}`];
    const values = valuesOf(exchange.responseHeaders, name);
    for (const header of at) {
      if (values.length === 0) tracer.missing(header);
      for (const value of values) traceValue(value, schema, header, { document, direction: 'response', tracer });
    }
  }
  if (exchange.responseBody !== undefined)
    traceContent(exchange.responseBody, exchange.responseType, response.content, place, {
      document,
      direction: 'response',
      tracer,
    });
}

/** The response that is documented for a status: itself, its class, or `default`. */
export function responseTo({ responses }: Operation, status: number): Response | undefined {
  const named = [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT'];
  return named
    .map((name) => responses.find((response) => response.status.toUpperCase() === name))
    .find((response) => response !== undefined);
}

type Walk = Parameters<typeof traceValue>[3];

function traceContent(text: string, sentAs: string, content: MediaType[], place: string, walk: Walk): void {
  const typeOf = ({ mediaType }: MediaType): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  // A HAR may not tell the type, or a vaguer one.
  const media = content.find((one) => typeOf(one) === sentAs) ?? content.find(({ mediaType }) => isJson(mediaType));
  if (!media) return;
  const value = valueOf(text, typeOf(media));
  for (const at of [place, `${place} ${typeOf(media)}`]) traceValue(value, media.schema ?? true, at, walk);
}

function valueOf(text: string, mediaType: string): unknown {
  if (mediaType === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (!isJson(mediaType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
