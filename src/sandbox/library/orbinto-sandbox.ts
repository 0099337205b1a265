/** What `@orbinto/sandbox` exports. */
export type { ClockControl, ClockState } from './clock-control.ts';
export { SandboxControlError } from './control-request.ts';
export type { SandboxControl } from './control.ts';
export { createSandbox } from './create-sandbox.ts';
export type { Sandbox, SandboxOptions } from './create-sandbox.ts';
export type { Delivery, DeliveryAttempt, DeliveryControl, DeliveryFilter } from './delivery-control.ts';
export type { Duration } from './duration.ts';
export type { EventControl, EventData, EventName, TriggeredEvent } from './event-control.ts';
export type { FaultControl, Faults } from './fault-control.ts';
export type { Receiver, ReceiverControl } from './receiver-control.ts';
export type { SandboxFetch } from './sandbox-fetch.ts';
export { startSandbox } from './start-sandbox.ts';
export type { RunningSandbox, StartOptions } from './start-sandbox.ts';
export type { RestoredWebhook, SandboxState } from './state-control.ts';
export type { WebhookSender } from './webhook-sender.ts';
export type { Clock } from '../clock.ts';
