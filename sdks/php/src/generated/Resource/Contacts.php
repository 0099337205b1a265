<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Contact;
use Orbinto\Model\ContactList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/**
 * Manage contact records — visitors who have been identified by name or email.
 *
 * @phpstan-type ContactCreateFields array{email: string, name?: string, phone?: string, company?: string,
 *   avatar_url?: string, custom_attributes?: array<string, mixed>, tags?: list<string>}
 * @phpstan-type ContactUpdateFields array{email?: string, name?: string|null, phone?: string|null, company?:
 *   string|null, avatar_url?: string|null, custom_attributes?: array<string, mixed>|null, tags?: list<string>|null}
 * @phpstan-type ContactSearchFields array{query: string, filters?: ContactFiltersFields}
 * @phpstan-type ContactFiltersFields array{tags?: list<string>, company?: string, custom_attributes?: array<string,
 *   mixed>, created_after?: string|\DateTimeInterface, created_before?: string|\DateTimeInterface}
 */
final class Contacts
{
    use FindsOrCreates;

    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List contacts.
     *
     * Returns the contacts of your workspace, newest first. Filters can be combined; a contact must match all of
     * them.
     *
     * @param array{email?: string, tag?: string, created_after?: string|\DateTimeInterface, created_before?:
     *   string|\DateTimeInterface, page?: int, per_page?: int, after?: string, limit?: int} $params
     *   - `email` string: Only the contact with this email, without regard to case (Unicode case folding).
     *   - `tag` string: Only contacts that carry this tag, as it is written.
     *   - `created_after` string|\DateTimeInterface: Only contacts created after this time.
     *   - `created_before` string|\DateTimeInterface: Only contacts created before this time.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a contact. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Contact>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/contacts/list-contacts/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'contacts.list',
            'GET',
            '/contacts',
            query: $params,
            result: ContactList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Create a contact.
     *
     * Creates a contact. The email must not belong to another contact. Sends `contact.created`, and
     * `visitor.identified` if a visitor with this email is known.
     *
     * @param ContactCreateFields $params
     *   - `email` string, required: Contact email address. Must be unique.
     *   - `name` string: Full name of the contact.
     *   - `phone` string: Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed.
     *   - `company` string: Company or organization name.
     *   - `avatar_url` string: URL to a profile image.
     *   - `custom_attributes` array: Key-value pairs of custom data. Keys must be strings; values can be any JSON.
     *   - `tags` array: Array of tag names to assign.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, email_taken,
     *   payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/contacts/create-contact/
     */
    public function create(array $params, ?RequestOptions $options = null): Contact
    {
        return $this->caller->call(new Operation(
            'contacts.create',
            'POST',
            '/contacts',
            body: $params,
            shape: 'ContactCreate',
            result: Contact::class,
        ), $options);
    }

    /**
     * Get a contact.
     *
     * Returns one contact.
     *
     * @param string $id The contact's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/contacts/get-contact/
     */
    public function get(string $id, ?RequestOptions $options = null): Contact
    {
        return $this->caller->call(new Operation(
            'contacts.get',
            'GET',
            '/contacts/{id}',
            ids: ['id' => $id],
            result: Contact::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Update a contact.
     *
     * Changes the fields you send. Sends `contact.updated`.
     *
     * @param string $id The contact's id.
     * @param ContactUpdateFields $params what is left out stays as it is, null clears
     *   - `email` string: Contact email address. Must be unique. Cannot be cleared.
     *   - `name` string|null: Full name of the contact.
     *   - `phone` string|null: Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and
     *     removed.
     *   - `company` string|null: Company or organization name.
     *   - `avatar_url` string|null: URL to a profile image.
     *   - `custom_attributes` array|null: Keys to set; a key with the value null is removed. Null removes them all.
     *   - `tags` array|null: All tag names the contact shall carry. Null removes them all.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   email_taken, payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   unknown_parameter, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/contacts/update-contact/
     */
    public function update(string $id, array $params, ?RequestOptions $options = null): Contact
    {
        return $this->caller->call(new Operation(
            'contacts.update',
            'PATCH',
            '/contacts/{id}',
            ids: ['id' => $id],
            body: $params,
            shape: 'ContactUpdate',
            result: Contact::class,
        ), $options);
    }

    /**
     * Delete a contact.
     *
     * Deletes the contact for good. Conversations and visitors stay; a visitor who was linked to the contact is
     * unlinked.
     *
     * @param string $id The contact's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/contacts/delete-contact/
     */
    public function delete(string $id, ?RequestOptions $options = null): void
    {
        $this->caller->call(new Operation(
            'contacts.delete',
            'DELETE',
            '/contacts/{id}',
            ids: ['id' => $id],
            isRepeatable: true,
        ), $options);
    }

    /**
     * Search contacts.
     *
     * Finds contacts by words and filters, newest first. Comes in pages like a list; page parameters go into the
     * query string.
     *
     * @param ContactSearchFields $params
     *   - `query` string, required: Words to look for in name, email, phone and company. Every word must occur in one
     *     of them; the start or middle of a word counts. Words compare without regard to case (Unicode case folding:
     *     `STRASSE` finds `Straße`) and to the way accents are written (normalization form C); an `e` is no `é`.
     *   - `filters` array: Conditions that a contact must all meet besides the query.
     * @param array{page?: int, per_page?: int, after?: string, limit?: int} $query
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a contact. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Contact>
     * @throws OrbintoException when pages are asked for with codes such as invalid_json, invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, payload_too_large, unsupported_media_type,
     *   unsupported_content_encoding, invalid_parameter, missing_parameter, unknown_parameter, rate_limit_exceeded,
     *   internal_error
     * @link https://developers.orbinto.com/reference/contacts/search-contacts/
     */
    public function search(array $params, array $query = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'contacts.search',
            'POST',
            '/contacts/search',
            query: $query,
            body: $params,
            shape: 'ContactSearch',
            result: ContactList::class,
            isRepeatable: true,
        ), $options);
    }
}
