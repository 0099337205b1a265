import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { SdkMethod } from './methods.ts';

/** A namespace of the client: `contacts`, or `sessions` below `visitors`. */
export interface SdkResource {
  /** snake_case. */
  name: string;
  /** `visitors.sessions`. */
  fullName: string;
  /** Of the tag that has its name; '' below. */
  description: string;
  methods: SdkMethod[];
  resources: SdkResource[];
}

/** The tree of namespaces, in the order of the document. @throws when a name stands for two things */
export function resourcesOf(document: OpenApiDocument, methods: readonly SdkMethod[]): SdkResource[] {
  const root: SdkResource = { name: '', fullName: '', description: '', methods: [], resources: [] };
  for (const method of methods) {
    const parts = method.fullName.split('.').slice(0, -1);
    const resource = parts.reduce((parent, name) => childOf(document, parent, name), root);
    resource.methods.push(method);
  }
  refuseRepeated(root);
  return root.resources;
}

function childOf(document: OpenApiDocument, parent: SdkResource, name: string): SdkResource {
  const known = parent.resources.find((resource) => resource.name === name);
  if (known) return known;
  const description = document.tags?.find((tag) => tag.name === name)?.description ?? '';
  const fullName = parent.fullName === '' ? name : `${parent.fullName}.${name}`;
  const resource: SdkResource = { name, fullName, description, methods: [], resources: [] };
  parent.resources.push(resource);
  return resource;
}

function refuseRepeated({ methods, resources, fullName }: SdkResource): void {
  const names = [...methods, ...resources].map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new Error(`The name ${repeated} stands for two things in ${fullName || 'the client'}`);
  resources.forEach(refuseRepeated);
}
