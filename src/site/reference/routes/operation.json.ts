import type { APIRoute, GetStaticPaths } from 'astro';
import { OperationJson } from '../files/operation-json.ts';
import type { Entry } from '../model.ts';
import { reference } from '../built-reference.ts';

export const getStaticPaths = (() =>
  [...reference.operations.values()].map((entry) => ({
    params: { page: decodeURI(entry.address.slice(reference.address.length)).replace(/\/$/, '') },
    props: { entry },
  }))) satisfies GetStaticPaths;

const json = new OperationJson(reference);

export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(json.print(props.entry), { headers: { 'Content-Type': 'application/json' } });
