import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { ToolError } from '../../sandbox/mcp/tool.ts';
import { quoted } from '../../sandbox/mcp/visible-text.ts';
import { lazy } from '../lazy.ts';
import type { IdentifierIndex } from '../reference/search/identifiers.ts';

/** Where the search of this page looks for its files. */
export const searchBase = (): string => document.querySelector<HTMLElement>('search-dialog')?.dataset['base'] ?? '';

/** The names of the reference. */
export const names = lazy(() => fetchJson<IdentifierIndex>(`${searchBase()}/identifiers.json`));

/** An operation, with the address of its page. */
export interface KnownOperation {
  readonly operation: BundledOperation;
  readonly page: string;
}

/** Whether its page is the one that is open. */
export const isHere = ({ page }: Pick<KnownOperation, 'page'>): boolean =>
  new URL(page, document.baseURI).pathname === location.pathname;

/** @throws ToolError that names those there are */
export async function operationCalled(operationId: string): Promise<KnownOperation> {
  const { operations, pages } = await names.load().catch(notLoaded);
  const found = operations.find(([id]) => id === operationId);
  if (!found) {
    const known = operations.map(([id]) => id).join(', ');
    throw new ToolError(`There is no operation ${quoted(operationId)}. There are: ${known}.`);
  }
  const page = pages[found[3]]?.[1] ?? '';
  return { page, operation: await fetchJson<BundledOperation>(`${page}operation.json`).catch(notLoaded) };
}

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Content;
}

function notLoaded(): never {
  throw new ToolError('A file of this site could not be loaded. Try again once there is a network.');
}
