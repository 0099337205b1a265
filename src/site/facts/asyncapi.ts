import { asyncApiDocument } from '../../generators/asyncapi.ts';
import { apiDocument, eventAddress, operation, operationAddress } from './spec.ts';

/**
 * The webhook events as AsyncAPI, for tools that know no webhooks of OpenAPI.
 * @param site the origin of the pages that it links
 */
export function eventDocument(site: URL | undefined): object {
  const { method, path } = operation('createWebhook');
  const registration = new URL(operationAddress(operation('createWebhook')), site).href;
  return asyncApiDocument(apiDocument, {
    title: 'Orbinto webhooks',
    description: `The events that Orbinto sends to your endpoint, each as a signed \`POST\`. How to verify and handle them: ${new URL('/guides/webhooks/', site).href}`,
    endpoint: `The https address that you register with [\`${method.toUpperCase()} ${path}\`](${registration}).`,
    documentation: ({ path: name }) => new URL(eventAddress(name), site).href,
  });
}
