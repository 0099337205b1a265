import { badgeSvg } from '../../generators/badge.ts';
import type { StatusFeed } from '../feeds/status-feed.ts';
import { claimOf } from './service-claim.ts';

/** A badge for each service, by its id: what was measured last, and when. It never claims the present. */
export function badges(feed: StatusFeed): { id: string; svg: string }[] {
  return feed.services.map((service) => {
    const { label, measured } = claimOf(service, feed, undefined);
    return { id: service.id, svg: badgeSvg(service.name, measured === '' ? label.toLowerCase() : measured) };
  });
}
