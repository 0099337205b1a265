import type { APIRoute, GetStaticPaths } from 'astro';
import { Slices } from '../files/slices.ts';
import type { Entry } from '../model.ts';
import { reference } from '../site.ts';

export const getStaticPaths = (() =>
  [...reference.operations.values()].map((entry) => ({
    params: { page: decodeURI(entry.address.slice(reference.address.length)).replace(/\/$/, '') },
    props: { entry },
  }))) satisfies GetStaticPaths;

const slices = new Slices(reference);

export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(slices.print(props.entry), { headers: { 'Content-Type': 'application/json' } });
