import { statusFeed } from '../../../feeds/status.ts';
import { badges } from '../../../status/badges.ts';

export async function getStaticPaths() {
  return badges(await statusFeed()).map(({ id, svg }) => ({ params: { service: id }, props: { svg } }));
}

export const GET = ({ props }: { props: { svg: string } }): Response =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
