import type { BodyPart } from '../request/body-parts.ts';
import { bodyPartsOf } from '../request/body-parts.ts';
import { sentType } from '../request/sent-type.ts';
import type { Definitions } from './definitions.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { examplesOf } from '../schema/example.ts';
import type { Form } from '../request/body-form.ts';
import { formOf } from '../request/body-form.ts';
import type { MediaType } from '../model/media-type.ts';
import { hasFields } from '../document/media-types.ts';
import { hasPlacedParts } from '../model/media-type.ts';
import type { RequestBody } from '../model/operations.ts';
import { isRecord } from '../document/refs.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import { typesOf } from '../document/schema-types.ts';

export interface BundledBody {
  required: boolean;
  /** Markdown. */
  description: string;
  /** The first media type is the default. */
  content: BundledContent[];
}

export interface BundledContent {
  /** What is sent: of a range, a media type within it; that of a range of files stays one. */
  mediaType: string;
  schema?: Schema;
  /** Describes fields for the schema of a body that is JSON, a form or multipart. */
  form?: Form;
  /** In place of `form`: the index of an earlier content that has the same. */
  formOf?: number;
  /** Of a form or multipart body: its members that are not sent as plain text, by name. */
  parts?: Record<string, BodyPart>;
  /** Set where the parts of a multipart body follow each other without names: it is written as text. */
  placed?: true;
  /** Files in them are blank: only a reader can choose one. */
  examples: BundledExample[];
}

export interface BundledExample {
  name: string;
  summary: string;
  /** `undefined` where the document only says where it is. */
  value: unknown;
  externalValue?: string;
}

/** Cuts a request body out of its document. */
export function bundleBody(document: OpenApiDocument, schemas: Definitions, body: RequestBody): BundledBody {
  const { required, description, content } = body;
  const forms = new Map<string, number>();
  const contents = content.map((documented, index): BundledContent => {
    const media = { ...documented, mediaType: sentType(document, documented) };
    const parts = bodyPartsOf(document, media);
    const files = neededFiles(document, media, parts);
    return {
      mediaType: media.mediaType,
      ...(media.schema !== undefined && { schema: schemas.take(media.schema) }),
      ...(hasPlacedParts(media) ? { placed: true as const } : formMember(document, media, parts, { forms, index })),
      ...(Object.keys(parts).length > 0 && { parts }),
      examples: examplesOf(document, media, 'request').map(({ name, summary, value, externalValue }) => ({
        name,
        summary,
        value: withoutFiles(value, parts, files),
        ...(externalValue !== undefined && { externalValue }),
      })),
    };
  });
  return { required, description, content: contents };
}

/** The form of a content, or where it stands already: a document often repeats one schema for several media types. */
function formMember(
  document: OpenApiDocument,
  { mediaType, schema }: MediaType,
  parts: Record<string, BodyPart>,
  { forms, index }: { forms: Map<string, number>; index: number },
): Pick<BundledContent, 'form' | 'formOf'> {
  if (schema === undefined || !hasFields(mediaType)) return {};
  const files = Object.keys(parts).filter((name) => parts[name]?.file);
  const key = JSON.stringify([schema, files]);
  const known = forms.get(key);
  if (known !== undefined) return { formOf: known };
  forms.set(key, index);
  return { form: withFiles(formOf(document, schema), files) };
}

/** A member that only the document's `encoding` tells to be a file gets the control for one. */
function withFiles(form: Form, files: string[]): Form {
  const [root] = form.shapes;
  for (const field of root?.fields ?? []) {
    if (files.includes(field.name)) field.shape = fileShape(form, field.shape);
  }
  return form;
}

/** The index of a shape that takes files where one takes anything; of a list, its items do. */
function fileShape({ shapes }: Form, index: number): number {
  const shape = shapes[index];
  if (shape?.kind === 'list')
    return shapes.push({ ...shape, items: shape.items?.map((item) => fileShape({ shapes }, item)) ?? [] }) - 1;
  if (shape?.kind !== 'union') return index;
  const { alternatives: _, ...texts } = shape;
  return shapes.push({ ...texts, kind: 'file' }) - 1;
}

/** The files that a body has to have, blank, by the name of their member. */
function neededFiles(
  document: OpenApiDocument,
  { schema }: MediaType,
  parts: Record<string, BodyPart>,
): [name: string, blank: '' | ['']][] {
  if (schema === undefined || !Object.values(parts).some(({ file }) => file)) return [];
  return fieldsOf(document, schema, 'request')
    .filter(({ kind, name, required }) => kind === 'property' && required && parts[name]?.file)
    .map(({ name, schema: member }) => [name, typesOf(flatten(document, member))[0] === 'array' ? [''] : '']);
}

/** An example with blank files in it, those too that it has to have and leaves out. */
function withoutFiles(value: unknown, parts: Record<string, BodyPart>, needed: [string, '' | ['']][]): unknown {
  if (!isRecord(value)) return value;
  const missing = needed.filter(([name]) => !Object.hasOwn(value, name) || String(value[name]) === '');
  const members = Object.entries(value).map(([name, member]) => {
    if (!Object.hasOwn(parts, name) || !parts[name]?.file) return [name, member];
    return [name, Array.isArray(member) ? member.map(() => '') : ''];
  });
  return Object.fromEntries([...members, ...missing]) as unknown;
}
