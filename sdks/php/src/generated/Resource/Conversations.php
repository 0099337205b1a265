<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Conversation;
use Orbinto\Model\ConversationList;
use Orbinto\Model\Message;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/**
 * Access and manage chat conversations including assignment, replies, and lifecycle.
 *
 * @phpstan-type ConversationReplyFields array{body: string, operator_id?: string}
 * @phpstan-type ConversationAssignmentFields array{operator_id: string}
 */
final class Conversations
{
    /** Read and send individual messages within conversations. */
    public readonly ConversationsMessages $messages;

    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
        $this->messages = new ConversationsMessages($caller);
    }

    /**
     * List conversations.
     *
     * Returns the conversations of your workspace, newest first. Filters can be combined; a conversation must match
     * all of them.
     *
     * @param array{status?: 'open'|'closed', assigned_to?: string, visitor_id?: string, page?: int, per_page?: int,
     *   after?: string, limit?: int} $params
     *   - `status` 'open'|'closed': Only open or only closed conversations.
     *   - `assigned_to` string: Only conversations assigned to the operator with this id.
     *   - `visitor_id` string: Only conversations of the visitor with this id.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a conversation. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Conversation>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/list-conversations/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'conversations.list',
            'GET',
            '/conversations',
            query: $params,
            result: ConversationList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Get a conversation.
     *
     * Returns one conversation. Its messages come from `GET /conversations/{id}/messages`.
     *
     * @param string $id The conversation's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/get-conversation/
     */
    public function get(string $id, ?RequestOptions $options = null): Conversation
    {
        return $this->caller->call(new Operation(
            'conversations.get',
            'GET',
            '/conversations/{id}',
            ids: ['id' => $id],
            result: Conversation::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Reply to a conversation.
     *
     * Sends an operator's message to the visitor. A closed conversation is reopened by it. Sends `message.created`.
     *
     * @param string $id The conversation's id.
     * @param ConversationReplyFields $params
     *   - `body` string, required: The text of the reply.
     *   - `operator_id` string: Id of the operator who replies. Without it, the operator to whom the conversation is
     *     assigned.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   missing_parameter, unknown_parameter, author_required, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/reply-to-conversation/
     */
    public function reply(string $id, array $params, ?RequestOptions $options = null): Message
    {
        return $this->caller->call(new Operation(
            'conversations.reply',
            'POST',
            '/conversations/{id}/reply',
            ids: ['id' => $id],
            body: $params,
            shape: 'ConversationReply',
            result: Message::class,
        ), $options);
    }

    /**
     * Assign a conversation.
     *
     * Gives the conversation to an operator, whether or not it had one before. Sends `conversation.assigned`.
     *
     * @param string $id The conversation's id.
     * @param ConversationAssignmentFields $params
     *   - `operator_id` string, required: Id of the operator who shall take care of the conversation.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/assign-conversation/
     */
    public function assign(string $id, array $params, ?RequestOptions $options = null): Conversation
    {
        return $this->caller->call(new Operation(
            'conversations.assign',
            'POST',
            '/conversations/{id}/assign',
            ids: ['id' => $id],
            body: $params,
            shape: 'ConversationAssignment',
            result: Conversation::class,
        ), $options);
    }

    /**
     * Close a conversation.
     *
     * Closes an open conversation. Takes no body. Sends `conversation.closed`.
     *
     * @param string $id The conversation's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   conversation_already_closed, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/close-conversation/
     */
    public function close(string $id, ?RequestOptions $options = null): Conversation
    {
        return $this->caller->call(new Operation(
            'conversations.close',
            'POST',
            '/conversations/{id}/close',
            ids: ['id' => $id],
            result: Conversation::class,
        ), $options);
    }

    /**
     * Reopen a conversation.
     *
     * Opens a closed conversation again. Takes no body. The operator and the rating stay.
     *
     * @param string $id The conversation's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   conversation_already_open, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/conversations/reopen-conversation/
     */
    public function reopen(string $id, ?RequestOptions $options = null): Conversation
    {
        return $this->caller->call(new Operation(
            'conversations.reopen',
            'POST',
            '/conversations/{id}/reopen',
            ids: ['id' => $id],
            result: Conversation::class,
        ), $options);
    }
}
