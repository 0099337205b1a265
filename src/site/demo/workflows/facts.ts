/** An operation that the workflows call. */
export interface OperationFacts {
  readonly method: string;
  /** `/contacts/{id}` */
  readonly path: string;
  /** Of its page. */
  readonly address: string;
}

/** What the page knows and the tool needs. */
export interface WorkflowFacts {
  /** Where the Arazzo document is, as JSON. */
  readonly document: string;
  readonly operations: Readonly<Record<string, OperationFacts>>;
}
