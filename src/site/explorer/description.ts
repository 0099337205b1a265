import { METHODS } from '../../openapi/document.ts';
import type { OpenApiDocument, PathItem, SecurityRequirement } from '../../openapi/document.ts';

/**
 * The document without its OAuth scheme. Scalar would sign in at the scheme's own addresses, whatever environment is
 * chosen; a request from the explorer carries a key.
 */
export function withoutOauth(document: OpenApiDocument): OpenApiDocument {
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  const left = schemes.filter(([, scheme]) => !('type' in scheme && scheme.type === 'oauth2'));
  const names = new Set(left.map(([name]) => name));
  const kept = (security: SecurityRequirement[] = []) =>
    security.filter((requirement) => Object.keys(requirement).every((name) => names.has(name)));
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [path, withSecurity(item, kept)]);
  return {
    ...document,
    security: kept(document.security),
    paths: Object.fromEntries(paths) as Record<string, PathItem>,
    components: { ...document.components, securitySchemes: Object.fromEntries(left) },
  };
}

function withSecurity(item: PathItem, kept: (security: SecurityRequirement[]) => SecurityRequirement[]): PathItem {
  const changed = { ...item };
  for (const method of METHODS) {
    const operation = item[method];
    if (operation?.security) changed[method] = { ...operation, security: kept(operation.security) };
  }
  return changed;
}
