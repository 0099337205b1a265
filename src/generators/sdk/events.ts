import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { addressesOf } from '../../openapi/model/address.ts';
import { listWebhooks } from '../../openapi/model/operations.ts';
import type { SdkMethod } from './methods.ts';
import type { SdkType } from './sdk-type.ts';
import type { TypeTable } from './type-table.ts';
import { pascalCase } from './words.ts';

export interface SdkEvent {
  /** `message.created`. */
  name: string;
  summary: string;
  description: string;
  docUrl: string;
  /** The whole event: `MessageCreatedEvent`. */
  payload: SdkType;
  /** Its `data`. */
  data: SdkType;
  /** Full names of the methods that bring it about. */
  emittedBy: string[];
  /** A whole event, for tests. */
  example: unknown;
}

/** Every webhook event, in the order of the document. */
export function eventsOf(
  document: OpenApiDocument,
  site: string,
  types: TypeTable,
  methods: readonly SdkMethod[],
): SdkEvent[] {
  const addresses = addressesOf(document);
  const methodOf = new Map(methods.map(({ operationId, fullName }) => [operationId, fullName]));
  return listWebhooks(document).map((webhook) => {
    const media = webhook.requestBody?.content[0];
    const payload = types.use(media?.schema ?? true, `${pascalCase(webhook.path)}Event`, 'event');
    const named = payload.kind === 'named' ? types.get(payload.name) : undefined;
    const fields = named?.kind === 'object' ? named.fields : [];
    const emitters = (webhook.extensions['x-emitted-by'] ?? []) as string[];
    return {
      name: webhook.path,
      summary: webhook.summary,
      description: webhook.description,
      docUrl: new URL(addresses.event(webhook), site).href,
      payload,
      data: fields.find(({ name }) => name === 'data')?.type ?? { kind: 'any' },
      emittedBy: emitters.flatMap((id) => methodOf.get(id) ?? []),
      example: media?.examples[0]?.value,
    };
  });
}
