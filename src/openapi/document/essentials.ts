type Node = Record<string, unknown>;

/** Without these, a part says nothing. */
const ESSENTIAL: Record<string, readonly string[]> = {
  Parameter: ['name', 'in'],
  Server: ['url'],
  Tag: ['name'],
  ExternalDocs: ['url'],
  Discriminator: ['propertyName'],
  SecurityScheme: ['type'],
};

/** Authentication schemes of HTTP that are written as if they were types of their own. */
const HTTP_SCHEMES = ['basic', 'bearer', 'digest'];
const SCHEME_TYPES = ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'];
const PLACES = ['query', 'header', 'path', 'cookie', 'querystring'];

export function isEssential(type: string, member: string): boolean {
  return ESSENTIAL[type]?.includes(member) ?? false;
}

/**
 * Looks whether a part has what it says nothing without, and reads that as it is meant, in place.
 * @returns what is to be noted of it, and whether it can be shown
 */
export function readEssentials(part: Node, type: string): { kinds: string[]; isWhole: boolean } {
  const missing = ESSENTIAL[type]?.find((member) => part[member] === undefined || typeof part[member] === 'object');
  if (missing !== undefined) return { kinds: [`has no \`${missing}\`, and is left out`], isWhole: false };
  if (type === 'Parameter') return readPlace(part);
  return type === 'SecurityScheme' ? readScheme(part) : { kinds: [], isWhole: true };
}

function readPlace(parameter: Node): { kinds: string[]; isWhole: boolean } {
  const place = String(parameter.in).toLowerCase();
  if (!PLACES.includes(place))
    return { kinds: [`is a parameter in \`${place}\`, where OpenAPI 3 has none, and is left out`], isWhole: false };
  parameter.in = place;
  return { kinds: [], isWhole: true };
}

function readScheme(scheme: Node): { kinds: string[]; isWhole: boolean } {
  const name = String(scheme.type).toLowerCase();
  if (HTTP_SCHEMES.includes(name)) {
    Object.assign(scheme, { type: 'http', scheme: name });
    return { kinds: [`is a scheme of the type \`http\`, and not a type: \`${name}\``], isWhole: true };
  }
  const type = SCHEME_TYPES.find((one) => one.toLowerCase() === name);
  if (type === undefined) return { kinds: ['is of no type that OpenAPI knows, and is left out'], isWhole: false };
  scheme.type = type;
  return { kinds: [], isWhole: true };
}
