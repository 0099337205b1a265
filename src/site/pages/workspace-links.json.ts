import { idLinks } from '../../openapi/bundle/id-patterns.ts';
import { apiDocument, operation, operationAddress, operations } from '../facts/spec.ts';
import { jsonFile } from '../file-response.ts';
import type { WorkspaceLinks } from '../workspace-strip/workspace-links.ts';

/** Where the records of a workspace are seen, as the specification tells it: for what a page shows of the reader's own. */
export const GET = () => {
  const lists = operations.filter(({ method, path }) => method === 'get' && !path.endsWith('}'));
  return jsonFile({
    lists: Object.fromEntries(lists.map((list) => [list.path.split('/').at(-1) ?? '', operationAddress(list)])),
    records: idLinks(apiDocument, operations)
      .filter(({ operationId, others }) => operation(operationId).method === 'get' && others.length === 0)
      .map((link) => ({ ...link, address: operationAddress(operation(link.operationId)) })),
  } satisfies WorkspaceLinks);
};
