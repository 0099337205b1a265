// Generated from spec/ by `npm run generate`. Do not edit.

/** The codes of the catalogue. An `APIError` may have others, too. */
export type ErrorCode =
  /** The request is not valid HTTP. */
  | 'malformed_request'
  /** The request did not arrive in time. */
  | 'request_timeout'
  /** The Expect header cannot be met. */
  | 'expectation_failed'
  /** The host is not served here. */
  | 'misdirected_request'
  /** The headers are too large. */
  | 'headers_too_large'
  /** The method is not known. */
  | 'unknown_method'
  /** The transfer coding is not known. */
  | 'unsupported_transfer_encoding'
  /** The body is not JSON. */
  | 'invalid_json'
  /** The URL cannot be decoded. */
  | 'invalid_url'
  /** A query parameter has a wrong value. */
  | 'invalid_query_parameter'
  /** A query parameter does not exist. */
  | 'unknown_query_parameter'
  /** The cursor is unknown. */
  | 'invalid_cursor'
  /** No key was sent. */
  | 'missing_api_key'
  /** The key is not known. */
  | 'invalid_api_key'
  /** A live key was sent to the sandbox. */
  | 'live_key_in_sandbox'
  /** The workspace of the key has ended. */
  | 'workspace_expired'
  /** The OAuth access token does not work. */
  | 'invalid_access_token'
  /** The key may not do this. */
  | 'insufficient_scope'
  /** The workspace is everybody's. */
  | 'shared_workspace'
  /** Nothing is there. */
  | 'not_found'
  /** The path does not take this method. */
  | 'method_not_allowed'
  /** A contact with this email exists. */
  | 'email_taken'
  /** The conversation is closed already. */
  | 'conversation_already_closed'
  /** The conversation is open already. */
  | 'conversation_already_open'
  /** The conversation is closed. */
  | 'conversation_closed'
  /** The workspace has as many webhooks as it may have. */
  | 'webhook_limit_reached'
  /** The body is too large. */
  | 'payload_too_large'
  /** The body is not declared as JSON. */
  | 'unsupported_media_type'
  /** The body is compressed. */
  | 'unsupported_content_encoding'
  /** A body field has a wrong value. */
  | 'invalid_parameter'
  /** A required body field is missing. */
  | 'missing_parameter'
  /** A body field does not exist. */
  | 'unknown_parameter'
  /** Nobody is named as the author. */
  | 'author_required'
  /** The webhook address is not allowed. */
  | 'webhook_url_not_allowed'
  /** Too many requests. */
  | 'rate_limit_exceeded'
  /** The workspace sends as many deliveries as it may. */
  | 'delivery_limit_reached'
  /** The address opens as many workspaces as it may. */
  | 'opening_limit_reached'
  /** Something went wrong on our end. */
  | 'internal_error'
  /** The sandbox holds as many workspaces as it may. */
  | 'workspace_limit_reached'
  /** The workspace holds as much as it may. */
  | 'workspace_full'
  /** The workspace has as many snapshots as it may. */
  | 'snapshot_limit_reached'
  /** The snapshots of the workspace hold as much as they may. */
  | 'snapshots_full'
  /** The workspace holds as many records as it may. */
  | 'record_limit_reached';
