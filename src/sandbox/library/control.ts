import { clockControl } from './clock-control.ts';
import type { ClockControl } from './clock-control.ts';
import { askWith, controlRequest } from './control-request.ts';
import type { Respond } from './control-request.ts';
import { deliveryControl } from './delivery-control.ts';
import type { DeliveryControl } from './delivery-control.ts';
import { eventControl } from './event-control.ts';
import type { EventControl } from './event-control.ts';
import { faultControl } from './fault-control.ts';
import type { FaultControl } from './fault-control.ts';
import { receiverControl } from './receiver-control.ts';
import type { ReceiverControl } from './receiver-control.ts';
import { stateControl } from './state-control.ts';
import type { StateControl } from './state-control.ts';

/**
 * What a test needs and the API does not have, for the workspace of one key. Each call is a request to `/_sandbox`, the same that
 * others send over HTTP; what that refuses is thrown as a `SandboxControlError`.
 */
export interface SandboxControl extends StateControl {
  /** The key whose workspace is controlled. */
  readonly key: string;
  readonly clock: ClockControl;
  readonly faults: FaultControl;
  readonly receiver: ReceiverControl;
  readonly deliveries: DeliveryControl;
  readonly events: EventControl;
  /**
   * A request to `/_sandbox` as it stands, for what has no method here. A refusal is an answer like any other.
   * @param path below `/_sandbox`, e.g. `/deliveries?limit=5`
   */
  readonly control: (path: string, init?: RequestInit) => Promise<Response>;
  /** The control of another workspace: that of this key. */
  forKey(key: string): SandboxControl;
}

export function controlOf(respond: Respond, key: string): SandboxControl {
  const ask = askWith(respond, key);
  return {
    key,
    clock: clockControl(ask),
    faults: faultControl(ask),
    receiver: receiverControl(ask),
    deliveries: deliveryControl(ask),
    events: eventControl(ask),
    ...stateControl(ask),
    control: async (path, init) => respond(controlRequest(path, init, key)),
    forKey: (other) => controlOf(respond, other),
  };
}
