/** A refusal of the control interface. It is no part of the API, so its codes are not in the API's catalogue. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;
  readonly code: string;
  readonly param: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: { param?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = details.param;
    this.headers = details.headers ?? {};
  }
}

/** 422: the body of a request says something that cannot be done. @param reason goes on after the member's name */
export function invalid(param: string, reason: string): ControlError {
  return new ControlError(422, 'invalid_parameter', `The '${param}' member ${reason}.`, { param });
}
