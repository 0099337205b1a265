export type FailureReason =
  | 'aborted'
  | 'timeout'
  | 'offline'
  | 'download'
  | 'sandbox'
  | 'cut'
  | 'not-running'
  | 'permission'
  | 'cors'
  | 'unreachable'
  | 'invalid';

/** Why a request got no answer, as far as a browser can tell, and what the reader can do. */
export interface Failure {
  reason: FailureReason;
  title: string;
  explanation: string;
  /** To run in a terminal. */
  command?: string;
  /** Whether the same call as curl tells more than a browser may. */
  helpsInTerminal?: boolean;
}
