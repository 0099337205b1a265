import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import { addressesOf } from '../../openapi/model/address.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import type { FenceApi } from './runnable-fence.ts';

/** The API that the guides of this site are about. */
export async function guideApi(): Promise<FenceApi> {
  const document = await loadDocument(SPEC_FILE);
  return {
    operations: listOperations(document),
    base: new URL(document.servers?.[0]?.url ?? 'http://api/').pathname.replace(/\/$/, ''),
    addressOf: addressesOf(document).operation,
  };
}
