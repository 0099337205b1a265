import { createHmac } from 'node:crypto';
import type { SdkEvent } from '../../src/generators/sdk/events.ts';

/** How a scenario says what a delivery is; the runner is given body and headers. */
export interface DeliveryPlan {
  event: string;
  id?: string;
  /** Unix seconds of the attempt. */
  timestamp: number;
  /** With which secrets it is signed; the standard header holds one signature each. */
  signed_with: string[];
  schemes?: ('standard' | 'plain')[];
  /** Changes the body after it was signed. */
  tampered?: boolean;
  /** Merged over the event. */
  change?: object;
}

export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

export function deliveryOf(plan: DeliveryPlan, events: readonly SdkEvent[]): Delivery {
  const { event, id = 'evt_abc123', timestamp, signed_with: secrets, schemes = ['standard', 'plain'] } = plan;
  const example = events.find(({ name }) => name === event)?.example ?? {
    event,
    timestamp: '2026-02-11T10:36:08Z',
    data: {},
  };
  const body = JSON.stringify({ ...example, ...plan.change });
  const standard = secrets.map((secret) => `v1,${standardSignature(secret, `${id}.${timestamp}.${body}`)}`);
  return {
    body: plan.tampered ? body.replace('"event"', '"Event"') : body,
    headers: {
      'Content-Type': 'application/json',
      ...(schemes.includes('standard') && {
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': standard.join(' '),
      }),
      ...(schemes.includes('plain') && {
        'X-Orbinto-Signature': createHmac('sha256', secrets[0] ?? '')
          .update(body)
          .digest('hex'),
      }),
    },
  };
}

function standardSignature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
