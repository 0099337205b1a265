import { expect, it } from 'vitest';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { operationAnchors, scalarHash } from '../../src/site/explorer/scalar-anchors.ts';
import { builtPages } from './built-pages.ts';

const document = await loadDocument('spec/openapi.yaml');
const addresses = addressesOf(document);
const anchors = operationAnchors(document);
const pages = new Map(builtPages().map((page) => [page.address, page]));

it.each(listOperations(document).map((operation) => [operation.operationId, addresses.operation(operation)]))(
  'the page of %s leads to it in the explorer',
  (operationId, address) => {
    const links = (pages.get(address)?.elements ?? []).flatMap(({ attributes: { href } }) =>
      href?.startsWith('/explorer/#') ? href : [],
    );
    expect(links).toEqual([`/explorer/#${operationId}`]);
    expect(scalarHash(`#${operationId}`, anchors)).toMatch(new RegExp(`/${operationId}$`));
  },
);
