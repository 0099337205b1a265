/** How figures of an answer are written for a reader. */

/** Bytes, in decimal units. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function formatTime(milliseconds: number): string {
  if (milliseconds < 1) return '< 1 ms';
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

interface ReceivedBody {
  headers: readonly (readonly [name: string, value: string])[];
  /** Bytes, after decompression. */
  size: number;
}

/** Bytes of the body on the wire, where the answer tells and it was compressed. @see RFC 9110, section 8.6 */
export function transferredSize({ headers, size }: ReceivedBody): number | undefined {
  const [, length] = headers.find(([name]) => name.toLowerCase() === 'content-length') ?? [];
  return length !== undefined && /^\d+$/.test(length) && Number(length) < size ? Number(length) : undefined;
}
