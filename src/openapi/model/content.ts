import type { ExampleObject, MediaTypeObject, OpenApiDocument, Ref } from '../document/openapi-document.ts';
import { parseExact } from '../../json-text/exact-number.ts';
import { resolve } from '../document/refs.ts';
import { hasFields, isJson } from '../document/media-types.ts';
import type { MediaType, NamedExample } from './media-type.ts';

/** The `content` of a body. @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
export function mediaTypes(document: OpenApiDocument, content: Record<string, Ref<MediaTypeObject>>): MediaType[] {
  return Object.entries(content).map(([mediaType, reference]) => {
    const object = resolve(document, reference);
    const { schema, itemSchema, encoding, prefixEncoding, itemEncoding } = object;
    return {
      mediaType,
      ...(schema !== undefined && { schema }),
      ...(itemSchema !== undefined && { itemSchema }),
      examples: namedExamples(document, object, mediaType),
      ...(encoding && { encoding }),
      ...(prefixEncoding && { prefixEncoding }),
      ...(itemEncoding && { itemEncoding }),
    };
  });
}

/**
 * The `examples` of a media type, parameter or header, or its `example`.
 * @param mediaType Of a body, or of a parameter that is a serialised document.
 */
export function namedExamples(
  document: OpenApiDocument,
  source: { example?: unknown; examples?: Record<string, Ref<ExampleObject>> },
  mediaType?: string,
): NamedExample[] {
  const named = Object.entries(source.examples ?? {}).map(([name, reference]) => {
    const example = resolve(document, reference);
    const { summary = '', description = '', serializedValue, externalValue } = example;
    return {
      name,
      summary,
      description,
      value: valueOf(example, mediaType),
      ...(serializedValue !== undefined && { serialized: serializedValue }),
      ...(externalValue && { externalValue }),
    };
  });
  if (named.length > 0 || source.example === undefined) return named;
  return [{ name: '', summary: '', description: '', value: source.example }];
}

/** Of a body that is written as text, the text where it is given, else the data; of all else the data. */
function valueOf({ value, dataValue, serializedValue }: ExampleObject, mediaType: string | undefined): unknown {
  if (serializedValue === undefined || mediaType === undefined) return dataValue ?? value;
  if (isJson(mediaType)) return dataValue ?? jsonValue(serializedValue);
  return hasFields(mediaType) ? (dataValue ?? serializedValue) : serializedValue;
}

function jsonValue(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return text;
  }
}
