# Generated from spec/ by `npm run generate`. Do not edit.

"""The operations of the API, for both clients."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from .._call import Operation
from . import types

CONTACTS_LIST: Operation[types.ContactList] = Operation(
    "contacts.list",
    "GET",
    "/contacts",
    is_repeatable=True,
    form=types.ContactList,
)
CONTACTS_CREATE: Operation[types.Contact] = Operation(
    "contacts.create",
    "POST",
    "/contacts",
    content_type="application/json",
    form=types.Contact,
)
CONTACTS_GET: Operation[types.Contact] = Operation(
    "contacts.get",
    "GET",
    "/contacts/{id}",
    is_repeatable=True,
    form=types.Contact,
)
CONTACTS_UPDATE: Operation[types.Contact] = Operation(
    "contacts.update",
    "PATCH",
    "/contacts/{id}",
    content_type="application/json",
    form=types.Contact,
)
CONTACTS_DELETE: Operation[None] = Operation(
    "contacts.delete",
    "DELETE",
    "/contacts/{id}",
    is_repeatable=True,
)
CONTACTS_SEARCH: Operation[types.ContactList] = Operation(
    "contacts.search",
    "POST",
    "/contacts/search",
    content_type="application/json",
    is_repeatable=True,
    form=types.ContactList,
)
CONVERSATIONS_LIST: Operation[types.ConversationList] = Operation(
    "conversations.list",
    "GET",
    "/conversations",
    is_repeatable=True,
    form=types.ConversationList,
)
CONVERSATIONS_GET: Operation[types.Conversation] = Operation(
    "conversations.get",
    "GET",
    "/conversations/{id}",
    is_repeatable=True,
    form=types.Conversation,
)
CONVERSATIONS_REPLY: Operation[types.Message] = Operation(
    "conversations.reply",
    "POST",
    "/conversations/{id}/reply",
    content_type="application/json",
    form=types._MESSAGE,
)
CONVERSATIONS_ASSIGN: Operation[types.Conversation] = Operation(
    "conversations.assign",
    "POST",
    "/conversations/{id}/assign",
    content_type="application/json",
    form=types.Conversation,
)
CONVERSATIONS_CLOSE: Operation[types.Conversation] = Operation(
    "conversations.close",
    "POST",
    "/conversations/{id}/close",
    form=types.Conversation,
)
CONVERSATIONS_REOPEN: Operation[types.Conversation] = Operation(
    "conversations.reopen",
    "POST",
    "/conversations/{id}/reopen",
    form=types.Conversation,
)
CONVERSATIONS_MESSAGES_LIST: Operation[types.MessageList] = Operation(
    "conversations.messages.list",
    "GET",
    "/conversations/{id}/messages",
    is_repeatable=True,
    form=types.MessageList,
)
CONVERSATIONS_MESSAGES_SEND: Operation[types.Message] = Operation(
    "conversations.messages.send",
    "POST",
    "/conversations/{id}/messages",
    content_type="application/json",
    form=types._MESSAGE,
)
CONVERSATIONS_MESSAGES_GET: Operation[types.Message] = Operation(
    "conversations.messages.get",
    "GET",
    "/conversations/{id}/messages/{message_id}",
    is_repeatable=True,
    form=types._MESSAGE,
)
VISITORS_LIST: Operation[types.VisitorList] = Operation(
    "visitors.list",
    "GET",
    "/visitors",
    is_repeatable=True,
    form=types.VisitorList,
)
VISITORS_GET: Operation[types.Visitor] = Operation(
    "visitors.get",
    "GET",
    "/visitors/{id}",
    is_repeatable=True,
    form=types.Visitor,
)
VISITORS_SESSIONS_LIST: Operation[types.SessionList] = Operation(
    "visitors.sessions.list",
    "GET",
    "/visitors/{id}/sessions",
    is_repeatable=True,
    form=types.SessionList,
)
VISITORS_PAGEVIEWS_LIST: Operation[types.PageviewList] = Operation(
    "visitors.pageviews.list",
    "GET",
    "/visitors/{id}/pageviews",
    is_repeatable=True,
    form=types.PageviewList,
)
CHATBOTS_LIST: Operation[types.ChatbotList] = Operation(
    "chatbots.list",
    "GET",
    "/chatbots",
    is_repeatable=True,
    form=types.ChatbotList,
)
CHATBOTS_CREATE: Operation[types.Chatbot] = Operation(
    "chatbots.create",
    "POST",
    "/chatbots",
    content_type="application/json",
    form=types.Chatbot,
)
CHATBOTS_GET: Operation[types.Chatbot] = Operation(
    "chatbots.get",
    "GET",
    "/chatbots/{id}",
    is_repeatable=True,
    form=types.Chatbot,
)
CHATBOTS_UPDATE: Operation[types.Chatbot] = Operation(
    "chatbots.update",
    "PATCH",
    "/chatbots/{id}",
    content_type="application/json",
    form=types.Chatbot,
)
CHATBOTS_DELETE: Operation[None] = Operation(
    "chatbots.delete",
    "DELETE",
    "/chatbots/{id}",
    is_repeatable=True,
)
OPERATORS_LIST: Operation[types.OperatorList] = Operation(
    "operators.list",
    "GET",
    "/operators",
    is_repeatable=True,
    form=types.OperatorList,
)
OPERATORS_GET: Operation[types.Operator] = Operation(
    "operators.get",
    "GET",
    "/operators/{id}",
    is_repeatable=True,
    form=types.Operator,
)
OPERATORS_ASSIGNMENTS_LIST: Operation[types.AssignmentList] = Operation(
    "operators.assignments.list",
    "GET",
    "/operators/{id}/assignments",
    is_repeatable=True,
    form=types.AssignmentList,
)
WEBHOOKS_LIST: Operation[types.WebhookList] = Operation(
    "webhooks.list",
    "GET",
    "/webhooks",
    is_repeatable=True,
    form=types.WebhookList,
)
WEBHOOKS_CREATE: Operation[types.WebhookCreated] = Operation(
    "webhooks.create",
    "POST",
    "/webhooks",
    content_type="application/json",
    form=types.WebhookCreated,
)
WEBHOOKS_DELETE: Operation[None] = Operation(
    "webhooks.delete",
    "DELETE",
    "/webhooks/{id}",
    is_repeatable=True,
)
