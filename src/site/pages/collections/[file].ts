import type { APIRoute } from 'astro';
import { allInOneZip, singleFiles } from '../../facts/collections.ts';

const ZIP = 'orbinto-collections.zip';

export const getStaticPaths = () => [...singleFiles(undefined).keys(), ZIP].map((file) => ({ params: { file } }));

/** The collections for programs other than Postman, and those for all of them in one. */
export const GET: APIRoute<never, { file: string }> = ({ site, params: { file } }) => {
  if (file === ZIP) return new Response(allInOneZip(site), { headers: { 'Content-Type': 'application/zip' } });
  const type = file.endsWith('.json') ? 'application/json' : 'text/plain';
  return new Response(singleFiles(site).get(file), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
