/** Names of files, and the media types that they tell. */

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/gzip',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
  zip: 'application/zip',
};

/** A name for a file of a media type: `file.png`; that of an address where one is given. */
export function fileName(mediaType: string, address?: string, name = 'file'): string {
  const [given] = /[\w-][\w.-]*$/.exec(address?.split(/[?#]/)[0]?.replace(/%../g, '-') ?? '') ?? [];
  if (given !== undefined) return given;
  const plain = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const [extension = 'bin'] = Object.entries(TYPES).find(([, type]) => type === plain) ?? [];
  return `${name}.${extension}`;
}

/** The media type of a file by its name, as browsers find it; `undefined` where the name tells none. */
export function typeOfFile(name: string): string | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known = { jpeg: 'jpg', htm: 'html' }[extension] ?? extension;
  return Object.hasOwn(TYPES, known) ? TYPES[known] : undefined;
}
