import type { BodyPart } from './body-parts.ts';
import { bodyPartsOf } from './body-parts.ts';
import type { Definitions } from './definitions.ts';
import type { OpenApiDocument, Schema } from './document.ts';
import { examplesOf } from './example.ts';
import type { Form } from './form.ts';
import { formOf } from './form.ts';
import type { MediaType } from './media-type.ts';
import { hasFields } from './media-type.ts';
import type { RequestBody } from './operations.ts';
import { isRecord } from './pointer.ts';

export interface SliceBody {
  required: boolean;
  /** Markdown. */
  description: string;
  /** The first media type is the default. */
  content: SliceContent[];
}

export interface SliceContent {
  mediaType: string;
  schema?: Schema;
  /** Describes fields for the schema of a body that is JSON, a form or multipart. */
  form?: Form;
  /** In place of `form`: the index of an earlier content that has the same. */
  formOf?: number;
  /** Of a form or multipart body: its members that are not sent as plain text, by name. */
  parts?: Record<string, BodyPart>;
  /** Files in them are blank: only a reader can choose one. */
  examples: SliceExample[];
}

export interface SliceExample {
  name: string;
  summary: string;
  value: unknown;
}

/** Cuts a request body out of its document. */
export function bodySlice(document: OpenApiDocument, schemas: Definitions, body: RequestBody): SliceBody {
  const { required, description, content } = body;
  const forms = new Map<string, number>();
  const contents = content.map((media, index): SliceContent => {
    const parts = bodyPartsOf(document, media);
    return {
      mediaType: media.mediaType,
      ...(media.schema !== undefined && { schema: schemas.take(media.schema) }),
      ...formMember(document, media, parts, { forms, index }),
      ...(Object.keys(parts).length > 0 && { parts }),
      examples: examplesOf(document, media, 'request').map(({ name, summary, value }) => ({
        name,
        summary,
        value: withoutFiles(value, parts),
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
): Pick<SliceContent, 'form' | 'formOf'> {
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
    const shape = form.shapes[field.shape];
    if (!files.includes(field.name) || shape?.kind !== 'union') continue;
    const { alternatives: _, ...texts } = shape;
    field.shape = form.shapes.push({ ...texts, kind: 'file' }) - 1;
  }
  return form;
}

function withoutFiles(value: unknown, parts: Record<string, BodyPart>): unknown {
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    if (!Object.hasOwn(parts, name) || !parts[name]?.file) return [name, member];
    return [name, Array.isArray(member) ? member.map(() => '') : ''];
  });
  return Object.fromEntries(members) as unknown;
}
