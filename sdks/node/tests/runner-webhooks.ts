import { events } from '../src/testing.ts';
import { unwrap, WebhookRouter, WebhookVerificationError } from '../src/webhooks.ts';
import type { EventMap, RouterOptions } from '../src/webhooks.ts';
import type { RouteStep, Step, UnwrapStep } from './runner-scenario.ts';

/** What a step about webhooks gives; undefined for another one. */
export async function runWebhookStep({ unwrap: unwrapping, route, build_event: building }: Step): Promise<unknown> {
  if (unwrapping) return runUnwrap(unwrapping);
  if (route) return runRoute(route);
  if (!building) return undefined;
  const { body, headers, event } = await events.build(building.name as keyof EventMap, building);
  return { body, headers, event };
}

function runUnwrap({
  body,
  parsed_body,
  headers = {},
  override_headers,
  upper_case_headers,
  secret,
  secrets,
  now,
  tolerance,
}: UnwrapStep): Promise<unknown> {
  const given = Object.entries({ ...headers, ...override_headers });
  const named = given.map(([name, value]) => [upper_case_headers ? name.toUpperCase() : name, value]);
  const text = (parsed_body ?? body) as string;
  return unwrap(text, Object.fromEntries(named) as Record<string, string>, secrets ?? secret ?? '', { now, tolerance });
}

async function runRoute({ secret, now, handlers, remember, no_fallback, deliveries }: RouteStep): Promise<string[]> {
  const told: string[] = [];
  const known = new Set<string>();
  let seen = false;
  const options = {
    secret,
    now,
    ...(!no_fallback && {
      fallback: (event: { event: string }, { id }: { id: string | null }) => told.push(`fallback ${event.event} ${id}`),
    }),
    ...(remember && { seen: (id: string) => ((seen = known.has(id)), known.add(id), seen) }),
  };
  const router = new WebhookRouter(options as RouterOptions);
  for (const name of handlers) router.on(name as keyof EventMap, (event, { id }) => told.push(`${event.event} ${id}`));
  for (const { body, headers } of deliveries) {
    const id = headers['webhook-id'];
    try {
      if ((await router.handle(body, headers)) === 'seen') told.push(`seen ${id}`);
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      told.push(`refused ${id}`);
    }
  }
  return told;
}
