import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { addressesOf } from '../../openapi/model/address.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { recipes } from '../../sandbox/generated/recipes.ts';
import type { FenceApi } from './runnable-fence.ts';

/** The API that the guides of this site are about. */
export function guideApi(document: OpenApiDocument): FenceApi {
  return {
    operations: listOperations(document),
    base: new URL(document.servers?.[0]?.url ?? 'http://api/').pathname.replace(/\/$/, ''),
    recipes: recipes.map(({ name }) => name),
    addressOf: addressesOf(document).operation,
  };
}
