import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { successStatus } from '../../src/openapi/bundle/bundled-operation.ts';

const document = await loadDocument('spec/openapi.yaml');
const addresses = addressesOf(document);

/** Every operation of the spec: where its page is, and what its example answers. */
export const operations = listOperations(document).map((operation) => ({
  id: operation.operationId,
  resource: operation.tag,
  address: addresses.operation(operation),
  success: successStatus(operation),
}));

export function addressOf(operationId: string): string {
  const operation = operations.find(({ id }) => id === operationId);
  if (!operation) throw new Error(`The spec has no operation ${operationId}`);
  return operation.address;
}

/** The console of the page that is open, by the marks that a reader and a screen reader find. */
export class ConsolePage {
  readonly page: Page;
  readonly send: Locator;
  readonly response: Locator;
  readonly key: Locator;
  readonly environment: Locator;
  readonly body: Locator;
  readonly sample: Locator;

  constructor(page: Page) {
    this.page = page;
    this.send = page.getByRole('button', { name: 'Send', exact: true });
    this.response = page.getByRole('region', { name: 'Response' });
    this.key = page.getByLabel('API key', { exact: true });
    this.environment = page.getByLabel('Environment');
    this.body = page.getByLabel('Body', { exact: true });
    this.sample = page.locator('figure[data-language="curl"] code');
  }

  async open(operationId: string): Promise<void> {
    await this.page.goto(addressOf(operationId));
    await this.page.getByRole('button', { name: 'Try it' }).click();
    await expect(this.send).toBeVisible();
  }

  /** Sends what is filled in and waits for an answer of that status. */
  async sendFor(status: string): Promise<void> {
    await this.send.click();
    await this.expectStatus(status);
  }

  /** The same where an answer of that status is shown already: waits until the history has one call more. */
  async sendAgainFor(status: string): Promise<void> {
    const kept = () =>
      this.page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('orbinto-call:')).length);
    const before = await kept();
    await this.send.click();
    await expect.poll(kept).toBeGreaterThan(before);
    await this.expectStatus(status);
  }

  /** Sends what the console holds back, and waits for an answer of that status. */
  async sendAnywayFor(status: string): Promise<void> {
    await this.send.click();
    await this.page.getByRole('button', { name: 'Send anyway' }).click();
    await this.expectStatus(status);
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.response).toHaveAttribute('data-status', status);
  }

  /** Shows the body as fields of its schema, or as JSON. */
  async showBodyAs(view: 'Form' | 'JSON'): Promise<void> {
    await this.page.getByRole('group', { name: 'Show the body as' }).getByRole('button', { name: view }).click();
  }

  /** Replaces the body's JSON and leaves the focus in it. */
  async fillBody(body: unknown): Promise<void> {
    await this.showBodyAs('JSON');
    await this.body.fill(typeof body === 'string' ? body : JSON.stringify(body, null, 2));
  }
}
