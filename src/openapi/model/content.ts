import type { ExampleObject, MediaTypeObject, OpenApiDocument, Ref } from '../document/openapi-document.ts';
import { resolve } from '../document/refs.ts';
import type { MediaType, NamedExample } from './media-type.ts';

/** The `content` of a body. @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
export function mediaTypes(document: OpenApiDocument, content: Record<string, MediaTypeObject>): MediaType[] {
  return Object.entries(content).map(([mediaType, object]) => ({
    mediaType,
    ...(object.schema !== undefined && { schema: object.schema }),
    examples: namedExamples(document, object),
    ...(object.encoding && { encoding: object.encoding }),
  }));
}

/** The `examples` of a media type, parameter or header, or its `example`. */
export function namedExamples(
  document: OpenApiDocument,
  source: { example?: unknown; examples?: Record<string, Ref<ExampleObject>> },
): NamedExample[] {
  const named = Object.entries(source.examples ?? {}).map(([name, reference]) => {
    const { summary = '', description = '', value, externalValue } = resolve(document, reference);
    return { name, summary, description, value, ...(externalValue && { externalValue }) };
  });
  if (named.length > 0 || source.example === undefined) return named;
  return [{ name: '', summary: '', description: '', value: source.example }];
}
