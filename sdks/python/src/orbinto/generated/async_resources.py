# Generated from spec/ by `npm run generate`. Do not edit.

"""The namespaces of the asynchronous client."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Union, overload

from .._config import CallOptions
from .._find_or_create import find_or_create_async
from .._not_given import NOT_GIVEN, NotGiven, given
from .._paging import AsyncPager
from .._resource import AsyncCaller, AsyncResource
from . import operations, params, types


class AsyncContacts(AsyncResource):
    """Manage contact records — visitors who have been identified by name or email."""

    @overload
    def list(
        self,
        *,
        page: int,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.Pagination]: ...

    def list(
        self,
        *,
        email: Union[str, NotGiven] = NOT_GIVEN,
        tag: Union[str, NotGiven] = NOT_GIVEN,
        created_after: Union[str, datetime, NotGiven] = NOT_GIVEN,
        created_before: Union[str, datetime, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, Any]:
        """List contacts.

        Returns the contacts of your workspace, newest first. Filters can be combined; a contact must match all
        of them.

        Needs a key of level `read` or the scope `contacts:read`.
        https://developers.orbinto.com/reference/contacts/list-contacts/

        :param email: Only the contact with this email, without regard to case (Unicode case folding).
        :param tag: Only contacts that carry this tag, as it is written.
        :param created_after: Only contacts created after this time.
        :param created_before: Only contacts created before this time.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a contact. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.CONTACTS_LIST,
            (),
            given({
                "email": email,
                "tag": tag,
                "created_after": created_after,
                "created_before": created_before,
                "page": page,
                "per_page": per_page,
                "after": after,
                "limit": limit,
            }),
            None,
            options,
        )

    async def create(
        self,
        *,
        email: str,
        name: Union[str, NotGiven] = NOT_GIVEN,
        phone: Union[str, NotGiven] = NOT_GIVEN,
        company: Union[str, NotGiven] = NOT_GIVEN,
        avatar_url: Union[str, NotGiven] = NOT_GIVEN,
        custom_attributes: Union[Mapping[str, Any], NotGiven] = NOT_GIVEN,
        tags: Union[Sequence[str], NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Contact:
        """Create a contact.

        Creates a contact. The email must not belong to another contact. Sends `contact.created`, and
        `visitor.identified` if a visitor with this email is known.

        Needs a key of level `write` or the scope `contacts:write`.
        https://developers.orbinto.com/reference/contacts/create-contact/

        :param email: Contact email address. Must be unique.
        :param name: Full name of the contact.
        :param phone: Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed.
        :param company: Company or organization name.
        :param avatar_url: URL to a profile image.
        :param custom_attributes: Key-value pairs of custom data. Keys must be strings; values can be any JSON.
        :param tags: Array of tag names to assign.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            email_taken, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CONTACTS_CREATE,
            (),
            body=given({
                "email": email,
                "name": name,
                "phone": phone,
                "company": company,
                "avatar_url": avatar_url,
                "custom_attributes": custom_attributes,
                "tags": tags,
            }),
            options=options,
        )

    async def find_or_create(
        self,
        *,
        email: str,
        name: Union[str, NotGiven] = NOT_GIVEN,
        phone: Union[str, NotGiven] = NOT_GIVEN,
        company: Union[str, NotGiven] = NOT_GIVEN,
        avatar_url: Union[str, NotGiven] = NOT_GIVEN,
        custom_attributes: Union[Mapping[str, Any], NotGiven] = NOT_GIVEN,
        tags: Union[Sequence[str], NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Contact:
        """Finds the contact with this email, or creates it.

        Safe to call again: where the answer to the creation was lost, or somebody else was faster, the contact
        that is there is given, as it is. The other fields are used only where it is created.

        :param email: Contact email address. Must be unique.
        :param name: Full name of the contact.
        :param phone: Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed.
        :param company: Company or organization name.
        :param avatar_url: URL to a profile image.
        :param custom_attributes: Key-value pairs of custom data. Keys must be strings; values can be any JSON.
        :param tags: Array of tag names to assign.
        :param options: what this call does otherwise than the client
        """
        return await find_or_create_async(
            lambda: self.list(email=email, options=options).first(),
            lambda: self.create(
                email=email,
                name=name,
                phone=phone,
                company=company,
                avatar_url=avatar_url,
                custom_attributes=custom_attributes,
                tags=tags,
                options=options,
            ),
        )

    async def get(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Contact:
        """Get a contact.

        Returns one contact.

        Needs a key of level `read` or the scope `contacts:read`.
        https://developers.orbinto.com/reference/contacts/get-contact/

        :param id: The contact's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONTACTS_GET, (id,), options=options)

    async def update(
        self,
        id: str,
        *,
        email: Union[str, NotGiven] = NOT_GIVEN,
        name: Union[str, NotGiven, None] = NOT_GIVEN,
        phone: Union[str, NotGiven, None] = NOT_GIVEN,
        company: Union[str, NotGiven, None] = NOT_GIVEN,
        avatar_url: Union[str, NotGiven, None] = NOT_GIVEN,
        custom_attributes: Union[Mapping[str, Any], NotGiven, None] = NOT_GIVEN,
        tags: Union[Sequence[str], NotGiven, None] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Contact:
        """Update a contact.

        Changes the fields you send. Sends `contact.updated`.

        Needs a key of level `write` or the scope `contacts:write`.
        https://developers.orbinto.com/reference/contacts/update-contact/

        :param id: The contact's id.
        :param email: Contact email address. Must be unique. Cannot be cleared.
        :param name: Full name of the contact.
        :param phone: Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed.
        :param company: Company or organization name.
        :param avatar_url: URL to a profile image.
        :param custom_attributes: Keys to set; a key with the value null is removed. Null removes them all.
        :param tags: All tag names the contact shall carry. Null removes them all.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            not_found, email_taken, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, unknown_parameter, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CONTACTS_UPDATE,
            (id,),
            body=given({
                "email": email,
                "name": name,
                "phone": phone,
                "company": company,
                "avatar_url": avatar_url,
                "custom_attributes": custom_attributes,
                "tags": tags,
            }),
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a contact.

        Deletes the contact for good. Conversations and visitors stay; a visitor who was linked to the contact
        is unlinked.

        Needs a key of level `write` or the scope `contacts:write`.
        https://developers.orbinto.com/reference/contacts/delete-contact/

        :param id: The contact's id.
        :param options: what this call does otherwise than the client
        :returns: nothing
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONTACTS_DELETE, (id,), options=options)

    @overload
    def search(
        self,
        *,
        query: str,
        page: int,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.PagePagination]: ...

    @overload
    def search(
        self,
        *,
        query: str,
        per_page: int,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.PagePagination]: ...

    @overload
    def search(
        self,
        *,
        query: str,
        after: str,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.CursorPagination]: ...

    @overload
    def search(
        self,
        *,
        query: str,
        limit: int,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.CursorPagination]: ...

    @overload
    def search(
        self,
        *,
        query: str,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, types.Pagination]: ...

    def search(
        self,
        *,
        query: str,
        filters: Union[params.ContactFiltersParam, types.Record, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Contact, Any]:
        """Search contacts.

        Finds contacts by words and filters, newest first. Comes in pages like a list; page parameters go into
        the query string.

        Needs a key of level `read` or the scope `contacts:read`.
        https://developers.orbinto.com/reference/contacts/search-contacts/

        :param query: Words to look for in name, email, phone and company. Every word must occur in one of them;
            the start or middle of a word counts. Words compare without regard to case (Unicode case folding:
            `STRASSE` finds `Straße`) and to the way accents are written (normalization form C); an `e` is no
            `é`.
        :param filters: Conditions that a contact must all meet besides the query.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a contact. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_json, invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, payload_too_large, unsupported_media_type,
            unsupported_content_encoding, invalid_parameter, missing_parameter, unknown_parameter,
            rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.CONTACTS_SEARCH,
            (),
            given({"page": page, "per_page": per_page, "after": after, "limit": limit}),
            given({"query": query, "filters": filters}),
            options,
        )


class AsyncConversationsMessages(AsyncResource):
    """Read and send individual messages within conversations."""

    @overload
    def list(
        self,
        id: str,
        *,
        page: int,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        per_page: int,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        after: str,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        limit: int,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, types.Pagination]: ...

    def list(
        self,
        id: str,
        *,
        type: Union[types.MessageType, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Message, Any]:
        """List messages.

        Returns the messages of a conversation, newest first, notes included.

        Needs a key of level `read` or the scope `conversations:read`.
        https://developers.orbinto.com/reference/messages/list-messages/

        :param id: The conversation's id.
        :param type: Only messages of this type.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a message of this conversation. Returns what
            comes after it in the list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.CONVERSATIONS_MESSAGES_LIST,
            (id,),
            given({"type": type, "page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )

    async def send(
        self,
        id: str,
        *,
        type: Union[Literal["visitor", "operator", "bot", "note"], str],
        body: str,
        operator_id: Union[str, NotGiven] = NOT_GIVEN,
        chatbot_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Message:
        """Send a message.

        Adds a message of any type to a conversation: an operator's or a chatbot's, a note for the team, or one
        that the visitor wrote elsewhere. A closed conversation takes notes only; to answer there, use `POST
        /conversations/{id}/reply`. Sends `message.created`.

        Needs a key of level `write` or the scope `conversations:write`.
        https://developers.orbinto.com/reference/messages/send-message/

        :param id: The conversation's id.
        :param type: The message to send. `type` decides which other fields it takes.
        :param body: The text of the message.
        :param operator_id: Id of the operator who writes. Without it, the operator to whom the conversation is
            assigned.
        :param chatbot_id: Id of the chatbot that writes.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            not_found, conversation_closed, payload_too_large, unsupported_media_type,
            unsupported_content_encoding, invalid_parameter, missing_parameter, unknown_parameter,
            author_required, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CONVERSATIONS_MESSAGES_SEND,
            (id,),
            body=given({"type": type, "body": body, "operator_id": operator_id, "chatbot_id": chatbot_id}),
            options=options,
        )

    async def get(
        self,
        id: str,
        message_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Message:
        """Get a message.

        Returns one message of a conversation.

        Needs a key of level `read` or the scope `conversations:read`.
        https://developers.orbinto.com/reference/messages/get-message/

        :param id: The conversation's id.
        :param message_id: The message's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONVERSATIONS_MESSAGES_GET, (id, message_id,), options=options)


class AsyncConversations(AsyncResource):
    """Access and manage chat conversations including assignment, replies, and lifecycle."""

    @cached_property
    def messages(self) -> AsyncConversationsMessages:
        """Read and send individual messages within conversations."""
        return AsyncConversationsMessages(self._client)

    @overload
    def list(
        self,
        *,
        page: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, types.Pagination]: ...

    def list(
        self,
        *,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        assigned_to: Union[str, NotGiven] = NOT_GIVEN,
        visitor_id: Union[str, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Conversation, Any]:
        """List conversations.

        Returns the conversations of your workspace, newest first. Filters can be combined; a conversation must
        match all of them.

        Needs a key of level `read` or the scope `conversations:read`.
        https://developers.orbinto.com/reference/conversations/list-conversations/

        :param status: Only open or only closed conversations.
        :param assigned_to: Only conversations assigned to the operator with this id.
        :param visitor_id: Only conversations of the visitor with this id.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a conversation. Returns what comes after it in
            the list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.CONVERSATIONS_LIST,
            (),
            given({
                "status": status,
                "assigned_to": assigned_to,
                "visitor_id": visitor_id,
                "page": page,
                "per_page": per_page,
                "after": after,
                "limit": limit,
            }),
            None,
            options,
        )

    async def get(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Conversation:
        """Get a conversation.

        Returns one conversation. Its messages come from `GET /conversations/{id}/messages`.

        Needs a key of level `read` or the scope `conversations:read`.
        https://developers.orbinto.com/reference/conversations/get-conversation/

        :param id: The conversation's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONVERSATIONS_GET, (id,), options=options)

    async def reply(
        self,
        id: str,
        *,
        body: str,
        operator_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Message:
        """Reply to a conversation.

        Sends an operator's message to the visitor. A closed conversation is reopened by it. Sends
        `message.created`.

        Needs a key of level `write` or the scope `conversations:write`.
        https://developers.orbinto.com/reference/conversations/reply-to-conversation/

        :param id: The conversation's id.
        :param body: The text of the reply.
        :param operator_id: Id of the operator who replies. Without it, the operator to whom the conversation is
            assigned.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            not_found, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, missing_parameter, unknown_parameter, author_required, rate_limit_exceeded,
            internal_error
        """
        return await self._client._call(
            operations.CONVERSATIONS_REPLY,
            (id,),
            body=given({"body": body, "operator_id": operator_id}),
            options=options,
        )

    async def assign(
        self,
        id: str,
        *,
        operator_id: str,
        options: Optional[CallOptions] = None,
    ) -> types.Conversation:
        """Assign a conversation.

        Gives the conversation to an operator, whether or not it had one before. Sends `conversation.assigned`.

        Needs a key of level `write` or the scope `conversations:write`.
        https://developers.orbinto.com/reference/conversations/assign-conversation/

        :param id: The conversation's id.
        :param operator_id: Id of the operator who shall take care of the conversation.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            not_found, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CONVERSATIONS_ASSIGN,
            (id,),
            body=given({"operator_id": operator_id}),
            options=options,
        )

    async def close(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Conversation:
        """Close a conversation.

        Closes an open conversation. Takes no body. Sends `conversation.closed`.

        Needs a key of level `write` or the scope `conversations:write`.
        https://developers.orbinto.com/reference/conversations/close-conversation/

        :param id: The conversation's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            conversation_already_closed, rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONVERSATIONS_CLOSE, (id,), options=options)

    async def reopen(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Conversation:
        """Reopen a conversation.

        Opens a closed conversation again. Takes no body. The operator and the rating stay.

        Needs a key of level `write` or the scope `conversations:write`.
        https://developers.orbinto.com/reference/conversations/reopen-conversation/

        :param id: The conversation's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            conversation_already_open, rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CONVERSATIONS_REOPEN, (id,), options=options)


class AsyncVisitorsSessions(AsyncResource):
    """`client.visitors.sessions`."""

    @overload
    def list(
        self,
        id: str,
        *,
        page: int,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        per_page: int,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        after: str,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        limit: int,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, types.Pagination]: ...

    def list(
        self,
        id: str,
        *,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Session, Any]:
        """List sessions of a visitor.

        Returns the sessions of a visitor, newest first.

        Needs a key of level `read` or the scope `visitors:read`.
        https://developers.orbinto.com/reference/visitors/list-visitor-sessions/

        :param id: The visitor's id.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a session of this visitor. Returns what comes
            after it in the list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.VISITORS_SESSIONS_LIST,
            (id,),
            given({"page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )


class AsyncVisitorsPageviews(AsyncResource):
    """`client.visitors.pageviews`."""

    @overload
    def list(
        self,
        id: str,
        *,
        page: int,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        per_page: int,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        after: str,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        limit: int,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, types.Pagination]: ...

    def list(
        self,
        id: str,
        *,
        session_id: Union[str, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Pageview, Any]:
        """List pageviews of a visitor.

        Returns the pages a visitor has viewed, newest first.

        Needs a key of level `read` or the scope `visitors:read`.
        https://developers.orbinto.com/reference/visitors/list-visitor-pageviews/

        :param id: The visitor's id.
        :param session_id: Only pageviews of the session with this id.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a pageview of this visitor. Returns what comes
            after it in the list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.VISITORS_PAGEVIEWS_LIST,
            (id,),
            given({
                "session_id": session_id,
                "page": page,
                "per_page": per_page,
                "after": after,
                "limit": limit,
            }),
            None,
            options,
        )


class AsyncVisitors(AsyncResource):
    """Access real-time and historical visitor data including sessions and pageviews."""

    @cached_property
    def sessions(self) -> AsyncVisitorsSessions:
        """`client.visitors.sessions`."""
        return AsyncVisitorsSessions(self._client)

    @cached_property
    def pageviews(self) -> AsyncVisitorsPageviews:
        """`client.visitors.pageviews`."""
        return AsyncVisitorsPageviews(self._client)

    @overload
    def list(
        self,
        *,
        page: int,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, types.Pagination]: ...

    def list(
        self,
        *,
        online: Union[bool, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Visitor, Any]:
        """List visitors.

        Returns the visitors of your website, newest first by their first visit.

        Needs a key of level `read` or the scope `visitors:read`.
        https://developers.orbinto.com/reference/visitors/list-visitors/

        :param online: Only visitors who are on your website now (`true`), or only those who are not (`false`).
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a visitor. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.VISITORS_LIST,
            (),
            given({"online": online, "page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )

    async def get(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Visitor:
        """Get a visitor.

        Returns one visitor.

        Needs a key of level `read` or the scope `visitors:read`.
        https://developers.orbinto.com/reference/visitors/get-visitor/

        :param id: The visitor's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.VISITORS_GET, (id,), options=options)


class AsyncChatbots(AsyncResource):
    """Manage chatbot configurations, triggers, and workflow definitions."""

    @overload
    def list(
        self,
        *,
        page: int,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, types.Pagination]: ...

    def list(
        self,
        *,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Chatbot, Any]:
        """List chatbots.

        Returns the chatbots of your workspace, newest first.

        Needs a key of level `read` or the scope `chatbots:read`.
        https://developers.orbinto.com/reference/chatbots/list-chatbots/

        :param status: Only chatbots with this status.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a chatbot. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.CHATBOTS_LIST,
            (),
            given({"status": status, "page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )

    async def create(
        self,
        *,
        name: str,
        workflow: Union[params.WorkflowParam, types.Workflow],
        description: Union[str, NotGiven] = NOT_GIVEN,
        status: Union[types.ChatbotCreateStatus, NotGiven] = NOT_GIVEN,
        triggers: Union[Sequence[Union[params.TriggerParam, types.Trigger]], NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Chatbot:
        """Create a chatbot.

        Creates a chatbot with its triggers and its workflow. The workflow starts at `entry_step` and goes from
        step to step until an `end` step; every step it names must exist.

        Needs a key of level `write` or the scope `chatbots:write`.
        https://developers.orbinto.com/reference/chatbots/create-chatbot/

        :param name: What your team calls the chatbot.
        :param description: What it is for.
        :param status: Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`).
        :param triggers: What starts the chatbot. One of them is enough; without any, only your team starts it.
        :param workflow: The steps of the chatbot.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
            missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CHATBOTS_CREATE,
            (),
            body=given({
                "name": name,
                "description": description,
                "status": status,
                "triggers": triggers,
                "workflow": workflow,
            }),
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Chatbot:
        """Get a chatbot.

        Returns one chatbot with its triggers and its workflow.

        Needs a key of level `read` or the scope `chatbots:read`.
        https://developers.orbinto.com/reference/chatbots/get-chatbot/

        :param id: The chatbot's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CHATBOTS_GET, (id,), options=options)

    async def update(
        self,
        id: str,
        *,
        name: Union[str, NotGiven] = NOT_GIVEN,
        description: Union[str, NotGiven, None] = NOT_GIVEN,
        status: Union[types.ChatbotStatus, NotGiven] = NOT_GIVEN,
        triggers: Union[Sequence[Union[params.TriggerParam, types.Trigger]], NotGiven] = NOT_GIVEN,
        workflow: Union[params.WorkflowUpdateParam, types.Record, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.Chatbot:
        """Update a chatbot.

        Changes the fields you send. Conversations in which the chatbot is active go on with the workflow they
        began with.

        Needs a key of level `write` or the scope `chatbots:write`.
        https://developers.orbinto.com/reference/chatbots/update-chatbot/

        :param id: The chatbot's id.
        :param name: What your team calls the chatbot.
        :param description: What it is for.
        :param status: Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a
            `paused` one is off for now.
        :param triggers: What starts the chatbot. One of them is enough; without any, only your team starts it.
        :param workflow: Changes to the workflow. `steps` is replaced as a whole.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            not_found, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.CHATBOTS_UPDATE,
            (id,),
            body=given({
                "name": name,
                "description": description,
                "status": status,
                "triggers": triggers,
                "workflow": workflow,
            }),
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a chatbot.

        Deletes the chatbot for good. The messages it has sent stay.

        Needs a key of level `write` or the scope `chatbots:write`.
        https://developers.orbinto.com/reference/chatbots/delete-chatbot/

        :param id: The chatbot's id.
        :param options: what this call does otherwise than the client
        :returns: nothing
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.CHATBOTS_DELETE, (id,), options=options)


class AsyncOperatorsAssignments(AsyncResource):
    """`client.operators.assignments`."""

    @overload
    def list(
        self,
        id: str,
        *,
        page: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        per_page: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, types.PagePagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        after: str,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        limit: int,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, types.CursorPagination]: ...

    @overload
    def list(
        self,
        id: str,
        *,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, types.Pagination]: ...

    def list(
        self,
        id: str,
        *,
        status: Union[types.ConversationStatus, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Assignment, Any]:
        """List assignments of an operator.

        Returns the conversations assigned to an operator, latest assignment first. Closed conversations stay
        assigned.

        Needs a key of level `read` or the scope `operators:read`.
        https://developers.orbinto.com/reference/operators/list-operator-assignments/

        :param id: The operator's id.
        :param status: Only assignments of open or only of closed conversations.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of the conversation of an assignment of this
            operator. Returns what comes after it in the list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.OPERATORS_ASSIGNMENTS_LIST,
            (id,),
            given({"status": status, "page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )


class AsyncOperators(AsyncResource):
    """Retrieve operator profiles, availability status, and assignments."""

    @cached_property
    def assignments(self) -> AsyncOperatorsAssignments:
        """`client.operators.assignments`."""
        return AsyncOperatorsAssignments(self._client)

    @overload
    def list(
        self,
        *,
        page: int,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, types.Pagination]: ...

    def list(
        self,
        *,
        status: Union[types.OperatorStatus, NotGiven] = NOT_GIVEN,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Operator, Any]:
        """List operators.

        Returns the operators of your workspace, newest first.

        Needs a key of level `read` or the scope `operators:read`.
        https://developers.orbinto.com/reference/operators/list-operators/

        :param status: Only operators who are online, or only those who are offline.
        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of an operator. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.OPERATORS_LIST,
            (),
            given({"status": status, "page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )

    async def get(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> types.Operator:
        """Get an operator.

        Returns one operator's profile and availability.

        Needs a key of level `read` or the scope `operators:read`.
        https://developers.orbinto.com/reference/operators/get-operator/

        :param id: The operator's id.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.OPERATORS_GET, (id,), options=options)


class AsyncWebhooks(AsyncResource):
    """Register and manage webhook endpoints for receiving real-time event notifications."""

    @overload
    def list(
        self,
        *,
        page: int,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        per_page: int,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, types.PagePagination]: ...

    @overload
    def list(
        self,
        *,
        after: str,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        limit: int,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, types.CursorPagination]: ...

    @overload
    def list(
        self,
        *,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, types.Pagination]: ...

    def list(
        self,
        *,
        page: Union[int, NotGiven] = NOT_GIVEN,
        per_page: Union[int, NotGiven] = NOT_GIVEN,
        after: Union[str, NotGiven] = NOT_GIVEN,
        limit: Union[int, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> AsyncPager[types.Webhook, Any]:
        """List webhooks.

        Returns the webhooks of your workspace, newest first, without their secrets.

        Needs a key of level `admin` or the scope `webhooks:manage`.
        https://developers.orbinto.com/reference/webhooks/list-webhooks/

        :param page: Page number (offset-based). Not together with `after` or `limit`.
        :param per_page: Items per page (max: 100). Not together with `after` or `limit`.
        :param after: Cursor for forward pagination, the id of a webhook. Returns what comes after it in the
            list. Not together with `page` or `per_page`.
        :param limit: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest
            record. Not together with `page` or `per_page`.
        :param options: what this call does otherwise than the client
        :returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`
        :raises OrbintoError: with `code` one of invalid_query_parameter, unknown_query_parameter,
            invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
            invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
        """
        return AsyncPager(
            self._client,
            operations.WEBHOOKS_LIST,
            (),
            given({"page": page, "per_page": per_page, "after": after, "limit": limit}),
            None,
            options,
        )

    async def create(
        self,
        *,
        url: str,
        events: Sequence[types.EventName],
        description: Union[str, NotGiven] = NOT_GIVEN,
        options: Optional[CallOptions] = None,
    ) -> types.WebhookCreated:
        """Create a webhook.

        Registers an endpoint for the events you name. The response holds the secret that deliveries are signed
        with, and it is the only one that does. To rotate a secret, create a second webhook with the same
        address and delete the first. A workspace has at most 100 webhooks.

        Needs a key of level `admin` or the scope `webhooks:manage`.
        https://developers.orbinto.com/reference/webhooks/create-webhook/

        :param url: Address to send events to. https, and reachable from the internet.
        :param events: Events to receive.
        :param description: What the endpoint is for.
        :param options: what this call does otherwise than the client
        :raises OrbintoError: with `code` one of invalid_json, invalid_url, unknown_query_parameter,
            missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
            webhook_limit_reached, payload_too_large, unsupported_media_type, unsupported_content_encoding,
            invalid_parameter, missing_parameter, unknown_parameter, webhook_url_not_allowed,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(
            operations.WEBHOOKS_CREATE,
            (),
            body=given({"url": url, "events": events, "description": description}),
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a webhook.

        Deletes the webhook. Nothing more is sent to it, and waiting retries are dropped.

        Needs a key of level `admin` or the scope `webhooks:manage`.
        https://developers.orbinto.com/reference/webhooks/delete-webhook/

        :param id: The webhook's id.
        :param options: what this call does otherwise than the client
        :returns: nothing
        :raises OrbintoError: with `code` one of invalid_url, unknown_query_parameter, missing_api_key,
            invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
            rate_limit_exceeded, internal_error
        """
        return await self._client._call(operations.WEBHOOKS_DELETE, (id,), options=options)


class AsyncResources(AsyncCaller):
    """All namespaces."""

    @cached_property
    def contacts(self) -> AsyncContacts:
        """Manage contact records — visitors who have been identified by name or email."""
        return AsyncContacts(self)

    @cached_property
    def conversations(self) -> AsyncConversations:
        """Access and manage chat conversations including assignment, replies, and lifecycle."""
        return AsyncConversations(self)

    @cached_property
    def visitors(self) -> AsyncVisitors:
        """Access real-time and historical visitor data including sessions and pageviews."""
        return AsyncVisitors(self)

    @cached_property
    def chatbots(self) -> AsyncChatbots:
        """Manage chatbot configurations, triggers, and workflow definitions."""
        return AsyncChatbots(self)

    @cached_property
    def operators(self) -> AsyncOperators:
        """Retrieve operator profiles, availability status, and assignments."""
        return AsyncOperators(self)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Register and manage webhook endpoints for receiving real-time event notifications."""
        return AsyncWebhooks(self)
