/** The root of all errors of this library. None holds a key, a token or a secret. */
export class OrbintoError extends Error {
  override get name(): string {
    return 'OrbintoError';
  }
}

/** What is wrong before anything is sent: a missing key, an address without a scheme, an empty id. */
export class ConfigurationError extends OrbintoError {
  override get name(): string {
    return 'ConfigurationError';
  }
}

/** A delivery that cannot be believed: do nothing with it and answer 400. */
export class WebhookVerificationError extends OrbintoError {
  override get name(): string {
    return 'WebhookVerificationError';
  }
}

/** No connection, or it broke before the answer was whole. `cause` is what the platform says. */
export class ConnectionError extends OrbintoError {
  override get name(): string {
    return 'ConnectionError';
  }
}

/** A try, or all of them, took too long. */
export class TimeoutError extends OrbintoError {
  override get name(): string {
    return 'TimeoutError';
  }
}

/** A success that is not JSON, or a list whose cursor does not move. */
export class InvalidResponseError extends OrbintoError {
  override get name(): string {
    return 'InvalidResponseError';
  }

  /** The status of the answer; null where it is not about one answer. */
  readonly status: number | null;

  constructor(message: string, status: number | null = null) {
    super(message);
    this.status = status;
  }
}
