import type { APIRoute, GetStaticPaths } from 'astro';
import { sliceOf } from '../../../openapi/slice.ts';
import type { Entry } from '../model.ts';
import { reference } from '../site.ts';

export const getStaticPaths = (() =>
  [...reference.operations.values()].map((entry) => ({
    params: { page: decodeURI(entry.address.slice(reference.address.length)).replace(/\/$/, '') },
    props: { entry },
  }))) satisfies GetStaticPaths;

/** An `OperationSlice`: what a console needs of this operation. */
export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(JSON.stringify(sliceOf(reference.document, props.entry.operation)), {
    headers: { 'Content-Type': 'application/json' },
  });
