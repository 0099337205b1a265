/** Loaded where the hosted sandbox is chosen. */
export { HostedWorkspace } from './HostedWorkspace.tsx';
