/** What an object is asked for. */
export type Purpose =
  /** What everybody sees, by an address: its object counts what that asks. */
  | 'address'
  | 'workspace'
  /** By another object: to count a workspace that the address opens by a key that it has thought up, or makes. */
  | 'count-named'
  | 'count-made';

/** What an object is told of a request besides the request itself. */
export interface Told {
  readonly purpose: Purpose;
  /** Where the request comes from. */
  readonly address: string;
  /** What the workspace is called that the request makes. */
  readonly name?: string | undefined;
}

/** In which header it is told. The router sets it, whatever was sent: nobody else can say such a thing. */
const HEADER = 'Orbinto-Told';
const NO_NAME = '-';

export function tell(headers: Headers, { purpose, name = NO_NAME, address }: Told): void {
  headers.set(HEADER, `${purpose} ${name} ${address}`);
}

export function told(headers: Headers): Told {
  const [purpose, name = NO_NAME, ...address] = (headers.get(HEADER) ?? 'workspace').split(' ');
  return { purpose: purpose as Purpose, address: address.join(' '), ...(name !== NO_NAME && { name }) };
}
