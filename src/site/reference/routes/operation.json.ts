import type { APIRoute, GetStaticPaths } from 'astro';
import { idLinks } from '../../../openapi/id-links.ts';
import { sliceOf } from '../../../openapi/slice.ts';
import type { OperationSlice, SliceLink } from '../../../openapi/slice.ts';
import type { Entry } from '../model.ts';
import { reference } from '../site.ts';

export const getStaticPaths = (() =>
  [...reference.operations.values()].map((entry) => ({
    params: { page: decodeURI(entry.address.slice(reference.address.length)).replace(/\/$/, '') },
    props: { entry },
  }))) satisfies GetStaticPaths;

/** An `OperationSlice`: what a console needs of this operation. */
export const GET: APIRoute<{ entry: Entry }> = ({ props }) => {
  const slice = sliceOf(reference.document, props.entry.operation);
  return new Response(
    JSON.stringify({ ...slice, extensions: told(slice), links: linksIn(slice) } satisfies OperationSlice),
    {
      headers: { 'Content-Type': 'application/json' },
    },
  );
};

/** Others' samples of the request, in whole programs; nothing reads them from here. */
const SAMPLES = new Set(['x-codeSamples', 'x-code-samples']);

function told({ extensions }: OperationSlice): OperationSlice['extensions'] {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => !SAMPLES.has(name)));
}

const links = idLinks(
  reference.document,
  [...reference.operations.values()].map(({ operation }) => operation),
);

/** The links of ids that the operation's schemas know. */
function linksIn(slice: OperationSlice): SliceLink[] {
  const schemas = JSON.stringify([slice.responses, slice.$defs]);
  return links
    .filter(({ pattern }) => schemas.includes(JSON.stringify(pattern)))
    .flatMap((link) => {
      const address = reference.operations.get(link.operationId)?.address;
      return address === undefined ? [] : [{ ...link, address }];
    });
}
