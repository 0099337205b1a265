import { APIError, ConflictError } from './api-errors.ts';
import { ConnectionError, TimeoutError } from './errors.ts';
import { Contacts as GeneratedContacts } from './generated/contacts.ts';
import type { Contact, ContactCreate } from './generated/types.ts';
import type { CallOptions } from './options.ts';

export class Contacts extends GeneratedContacts {
  /**
   * The contact with this email, created if there is none. Where the answer to the creation is lost, or somebody else is faster,
   * it looks again: there is one contact afterwards, not two. An existing contact stays as it is.
   */
  async findOrCreate(fields: ContactCreate, options?: CallOptions): Promise<Contact> {
    const find = async (): Promise<Contact | undefined> =>
      (await this.list({ email: fields.email, per_page: 1 }, options)).data[0];
    const found = await find();
    if (found) return found;
    try {
      return await this.create(fields, options);
    } catch (error) {
      const mayBeThere =
        error instanceof ConflictError ||
        error instanceof ConnectionError ||
        error instanceof TimeoutError ||
        (error instanceof APIError && error.status >= 500);
      const created = mayBeThere && (await find());
      if (created) return created;
      throw error;
    }
  }
}
