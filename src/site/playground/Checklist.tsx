import { events } from '../../sandbox/generated/events.ts';
import type { EventName } from '../../sandbox/webhooks/delivery.ts';
import { causes } from './acts.ts';
import type { Addresses } from './links.ts';

/** All events: those that have happened here, and what makes the others happen. */
export function Checklist({ addresses, happened }: { addresses: Addresses; happened: ReadonlySet<EventName> }) {
  return (
    <section class="pg-checklist" aria-labelledby="pg-events">
      <h2 id="pg-events">{`${happened.size} of ${events.length} events`}</h2>
      <ul>
        {events.map((event) => (
          <li key={event} data-happened={happened.has(event) ? '' : undefined}>
            <a href={addresses.events[event]}>{event}</a>
            <span>{happened.has(event) ? 'Delivered and verified' : causes[event]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
