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
    return {
      mediaType: media.mediaType,
      ...(media.schema !== undefined && { schema: schemas.take(media.schema) }),
      ...(hasPlacedParts(media) ? { placed: true as const } : formMember(document, media, parts, { forms, index })),
      ...(Object.keys(parts).length > 0 && { parts }),
      examples: examplesOf(document, media, 'request').map(({ name, summary, value, externalValue }) => ({
        name,
        summary,
        value: withoutFiles(value, parts),
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
