# Generated from spec/ by `npm run generate`. Do not edit.

"""The records that the API answers with. All are open: fields and values that come later are kept."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Union

from .._event import EventRecord
from .._record import ListPage, OneOf, Record, UnknownRecord

__all__ = [
    "AssignStep",
    "Assignment",
    "AssignmentList",
    "BotMessage",
    "Chatbot",
    "ChatbotCompletedEvent",
    "ChatbotCreateStatus",
    "ChatbotList",
    "ChatbotStatus",
    "ChatbotTriggeredEvent",
    "ConditionStep",
    "ConditionStepOperator",
    "Contact",
    "ContactCreatedEvent",
    "ContactList",
    "ContactUpdatedEvent",
    "Conversation",
    "ConversationAssignedEvent",
    "ConversationClosedEvent",
    "ConversationCreatedEvent",
    "ConversationList",
    "ConversationRatedEvent",
    "ConversationStatus",
    "CursorPagination",
    "CustomAttributes",
    "Device",
    "DeviceType",
    "EndStep",
    "EventName",
    "EventNames",
    "KeywordTrigger",
    "ListPage",
    "Location",
    "Message",
    "MessageCreatedEvent",
    "MessageList",
    "MessageStep",
    "MessageType",
    "NewConversationTrigger",
    "Note",
    "Operator",
    "OperatorList",
    "OperatorMessage",
    "OperatorRole",
    "OperatorStatus",
    "OperatorStatusChangedEvent",
    "Page",
    "PagePagination",
    "PageViewTrigger",
    "PageViewingVisitor",
    "Pageview",
    "PageviewList",
    "Pagination",
    "QuestionOption",
    "QuestionStep",
    "Rating",
    "Record",
    "RunningChatbot",
    "Session",
    "SessionList",
    "Step",
    "StepId",
    "StepText",
    "Steps",
    "TimeOnPageTrigger",
    "Trigger",
    "Triggers",
    "UnknownRecord",
    "UrlMatch",
    "UrlMatchMatch",
    "Visitor",
    "VisitorIdentifiedEvent",
    "VisitorList",
    "VisitorMessage",
    "VisitorPageViewedEvent",
    "VisitorReference",
    "Webhook",
    "WebhookCreated",
    "WebhookCreatedStatus",
    "WebhookList",
    "WebhookStatus",
    "Workflow",
]

ChatbotCreateStatus = Union[Literal["draft", "active", "paused"], str]
"""Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`).

- `draft`
- `active`
- `paused`
"""

ChatbotStatus = Union[Literal["draft", "active", "paused"], str]
"""Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one
is off for now.

- `draft`
- `active`
- `paused`
"""

ConditionStepOperator = Union[Literal["equals", "not_equals", "contains"], str]
"""How to compare.

- `equals`
- `not_equals`
- `contains`
"""

ConversationStatus = Union[Literal["open", "closed"], str]
"""Whether the conversation goes on.

- `open`
- `closed`
"""

DeviceType = Union[Literal["desktop", "mobile", "tablet"], str]
"""Kind of device.

- `desktop`
- `mobile`
- `tablet`
"""

EventName = Union[Literal[
    "conversation.created",
    "conversation.closed",
    "conversation.assigned",
    "conversation.rated",
    "message.created",
    "contact.created",
    "contact.updated",
    "visitor.identified",
    "visitor.page_viewed",
    "chatbot.triggered",
    "chatbot.completed",
    "operator.status_changed",
], str]
"""The name of an event.

- `conversation.created`
- `conversation.closed`
- `conversation.assigned`
- `conversation.rated`
- `message.created`
- `contact.created`
- `contact.updated`
- `visitor.identified`
- `visitor.page_viewed`
- `chatbot.triggered`
- `chatbot.completed`
- `operator.status_changed`
"""

MessageType = Union[Literal["visitor", "operator", "bot", "note"], str]
"""Who wrote the message, or that it is a note for the team.

- `visitor`
- `operator`
- `bot`
- `note`
"""

OperatorRole = Union[Literal["owner", "admin", "agent"], str]
"""What the operator may do in the dashboard.

- `owner`
- `admin`
- `agent`
"""

OperatorStatus = Union[Literal["online", "offline"], str]
"""Whether the operator is available.

- `online`
- `offline`
"""

UrlMatchMatch = Union[Literal["equals", "starts_with", "contains"], str]
"""How to compare.

- `equals`
- `starts_with`
- `contains`
"""

WebhookCreatedStatus = Union[Literal["active", "failed"], str]
"""`failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook
keeps receiving events.


- `active`
- `failed`
"""

WebhookStatus = Union[Literal["active", "failed"], str]
"""`failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook
keeps receiving events.


- `active`
- `failed`
"""

CustomAttributes = Dict[str, Any]
"""Key-value pairs of custom data. Keys must be strings; values can be any JSON."""

EventNames = List["EventName"]
"""Events to receive."""

Message = Union["VisitorMessage", "OperatorMessage", "BotMessage", "Note", "UnknownRecord"]
"""A message in a conversation. `type` says who wrote it."""

Pagination = Union["PagePagination", "CursorPagination", "UnknownRecord"]
"""Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every
other one in page mode.
"""

Step = Union["MessageStep", "QuestionStep", "ConditionStep", "AssignStep", "EndStep", "UnknownRecord"]
"""One step. `type` decides which other fields it has."""

StepId = str
"""The name of a step, of small letters, digits and underscores."""

StepText = str
"""What the visitor reads."""

Steps = List["Step"]
"""The steps; each `id` is unique among them."""

Trigger = Union["PageViewTrigger", "TimeOnPageTrigger", "KeywordTrigger", "NewConversationTrigger", "UnknownRecord"]
"""What starts the chatbot. `type` decides which other fields it has."""

Triggers = List["Trigger"]
"""What starts the chatbot. One of them is enough; without any, only your team starts it."""


class AssignStep(Record):
    """Hands the conversation to an operator."""

    __slots__ = ()
    id: StepId
    """Names the step, unique in the workflow."""
    type: Literal["assign"]
    """An assignment."""
    operator_id: Optional[str]
    """Id of the operator. Null for whoever is online."""
    next: StepId
    """Id of the step that follows."""


class Assignment(Record):
    """A conversation that is assigned to an operator. It is identified by its conversation."""

    __slots__ = ()
    conversation_id: str
    """Id of the conversation."""
    operator_id: str
    """Id of the operator."""
    conversation_status: ConversationStatus
    """Whether the conversation goes on."""
    visitor: VisitorReference
    """The visitor in short. `GET /visitors/{id}` returns the rest."""
    assigned_at: str
    """When the conversation was assigned."""


class AssignmentList(ListPage["Assignment", "Pagination"]):
    """A page of assignments."""

    __slots__ = ()


class BotMessage(Record):
    """Sent by a chatbot."""

    __slots__ = ()
    id: str
    """Identifies the message."""
    conversation_id: str
    """Id of the conversation the message belongs to."""
    type: Literal["bot"]
    """A message of a chatbot."""
    body: str
    """The text of the message."""
    chatbot_id: str
    """Id of the chatbot that sent it."""
    created_at: str
    """When the message was sent."""


class Chatbot(Record):
    """An automatic participant in conversations."""

    __slots__ = ()
    id: str
    """Identifies the chatbot."""
    name: str
    """What your team calls the chatbot."""
    description: Optional[str]
    """What it is for."""
    status: ChatbotStatus
    """Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one
    is off for now.
    """
    triggers: Triggers
    """What starts the chatbot. One of them is enough; without any, only your team starts it."""
    workflow: Workflow
    """The steps of the chatbot."""
    created_at: str
    """When the chatbot was created."""
    updated_at: str
    """When it last changed."""


class ChatbotCompletedEvent(EventRecord):
    """A chatbot workflow reaches its end state."""

    __slots__ = ()
    event: Literal["chatbot.completed"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: RunningChatbot
    """A chatbot and for whom it is active."""


class ChatbotList(ListPage["Chatbot", "Pagination"]):
    """A page of chatbots."""

    __slots__ = ()


class ChatbotTriggeredEvent(EventRecord):
    """A chatbot workflow is activated for a visitor."""

    __slots__ = ()
    event: Literal["chatbot.triggered"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: RunningChatbot
    """A chatbot and for whom it is active."""


class ConditionStep(Record):
    """Goes one way or the other."""

    __slots__ = ()
    id: StepId
    """Names the step, unique in the workflow."""
    type: Literal["condition"]
    """A condition."""
    field: str
    """What to look at, a field of the visitor or a custom attribute of the contact."""
    operator: ConditionStepOperator
    """How to compare."""
    value: str
    """What to compare with."""
    then: StepId
    """Id of the step that follows if the condition holds."""
    else_: StepId
    """Id of the step that follows if it does not. Sent as `else`."""


class Contact(Record):
    """A visitor who has been identified by name or email, or a person you have added."""

    __slots__ = ()
    id: str
    """Identifies the contact."""
    email: Optional[str]
    """Contact email address. Unique, without regard to case (Unicode case folding). Null for a contact who
    gave only a name in a chat.
    """
    name: Optional[str]
    """Full name of the contact."""
    phone: Optional[str]
    """Phone number in E.164 format."""
    company: Optional[str]
    """Company or organization name."""
    avatar_url: Optional[str]
    """URL to a profile image."""
    custom_attributes: CustomAttributes
    """Key-value pairs of custom data. Keys must be strings; values can be any JSON."""
    tags: List[str]
    """Tag names assigned to the contact."""
    created_at: str
    """When the contact was created."""
    updated_at: str
    """When it last changed."""


class ContactCreatedEvent(EventRecord):
    """A new contact is identified."""

    __slots__ = ()
    event: Literal["contact.created"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Contact
    """A visitor who has been identified by name or email, or a person you have added."""


class ContactList(ListPage["Contact", "Pagination"]):
    """A page of contacts."""

    __slots__ = ()


class ContactUpdatedEvent(EventRecord):
    """A contact record is modified."""

    __slots__ = ()
    event: Literal["contact.updated"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Contact
    """A visitor who has been identified by name or email, or a person you have added."""


class Conversation(Record):
    """A chat between a visitor and your team."""

    __slots__ = ()
    id: str
    """Identifies the conversation."""
    status: ConversationStatus
    """Whether the conversation goes on."""
    visitor: VisitorReference
    """The visitor in short. `GET /visitors/{id}` returns the rest."""
    assigned_to: Optional[str]
    """Id of the operator who takes care of the conversation. Null while it is unassigned."""
    created_at: str
    """When the visitor started the conversation."""
    updated_at: str
    """When the conversation last changed or got a message."""
    messages_count: int
    """Messages in the conversation, notes included."""
    closed_at: Optional[str]
    """When the conversation was closed. Absent while it is open."""
    rating: Optional[Rating]
    """How the visitor rated the completed conversation. Absent until then."""


class ConversationAssignedEvent(EventRecord):
    """A conversation is assigned to an operator."""

    __slots__ = ()
    event: Literal["conversation.assigned"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Conversation
    """A chat between a visitor and your team."""


class ConversationClosedEvent(EventRecord):
    """A conversation is closed by an operator or auto-close rule."""

    __slots__ = ()
    event: Literal["conversation.closed"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Conversation
    """A chat between a visitor and your team."""


class ConversationCreatedEvent(EventRecord):
    """A new conversation is started by a visitor."""

    __slots__ = ()
    event: Literal["conversation.created"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Conversation
    """A chat between a visitor and your team."""


class ConversationList(ListPage["Conversation", "Pagination"]):
    """A page of conversations."""

    __slots__ = ()


class ConversationRatedEvent(EventRecord):
    """A visitor rates a completed conversation."""

    __slots__ = ()
    event: Literal["conversation.rated"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Conversation
    """A chat between a visitor and your team."""


class CursorPagination(Record):
    """The answer to `after` or `limit`."""

    __slots__ = ()
    limit: int
    """Items asked for."""
    next_cursor: Optional[str]
    """Send it as `after` to get the next items. Null at the end of the list."""
    has_more: bool
    """Whether more items follow."""


class Device(Record):
    """What the visitor uses."""

    __slots__ = ()
    type: DeviceType
    """Kind of device."""
    os: Optional[str]
    """Operating system."""
    browser: Optional[str]
    """Browser."""


class EndStep(Record):
    """Ends the workflow."""

    __slots__ = ()
    id: StepId
    """Names the step, unique in the workflow."""
    type: Literal["end"]
    """The end."""
    close_conversation: Optional[bool]
    """Whether the conversation is closed too."""


class KeywordTrigger(Record):
    """Starts when a visitor's message has one of the keywords."""

    __slots__ = ()
    type: Literal["keyword"]
    """A word is written."""
    keywords: List[str]
    """Words to look for. Upper and lower case are the same."""


class Location(Record):
    """Where the visitor is, as far as the network address tells."""

    __slots__ = ()
    country: Optional[str]
    """Country code (ISO 3166-1 alpha-2)."""
    region: Optional[str]
    """Region or state."""
    city: Optional[str]
    """City."""


class MessageCreatedEvent(EventRecord):
    """A new message is sent in a conversation."""

    __slots__ = ()
    event: Literal["message.created"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Message
    """A message in a conversation. `type` says who wrote it."""


class MessageList(ListPage["Message", "Pagination"]):
    """A page of messages."""

    __slots__ = ()


class MessageStep(Record):
    """Sends a message to the visitor."""

    __slots__ = ()
    id: StepId
    """Names the step, unique in the workflow."""
    type: Literal["message"]
    """A message."""
    text: StepText
    """What the visitor reads."""
    next: StepId
    """Id of the step that follows."""


class NewConversationTrigger(Record):
    """Starts with every conversation that a visitor begins."""

    __slots__ = ()
    type: Literal["new_conversation"]
    """A conversation begins."""


class Note(Record):
    """Written by an operator for the team. The visitor does not see it."""

    __slots__ = ()
    id: str
    """Identifies the message."""
    conversation_id: str
    """Id of the conversation the message belongs to."""
    type: Literal["note"]
    """A note for the team."""
    body: str
    """The text of the message."""
    operator_id: str
    """Id of the operator who wrote it."""
    created_at: str
    """When the message was sent."""


class Operator(Record):
    """A member of your team who answers conversations."""

    __slots__ = ()
    id: str
    """Identifies the operator."""
    name: str
    """Full name of the operator."""
    email: str
    """Email address the operator signs in with."""
    role: OperatorRole
    """What the operator may do in the dashboard."""
    status: OperatorStatus
    """Whether the operator is available."""
    avatar_url: Optional[str]
    """URL to a profile image."""
    created_at: str
    """When the operator joined the workspace."""
    last_active_at: str
    """When the operator last did something."""


class OperatorList(ListPage["Operator", "Pagination"]):
    """A page of operators."""

    __slots__ = ()


class OperatorMessage(Record):
    """Written by an operator for the visitor."""

    __slots__ = ()
    id: str
    """Identifies the message."""
    conversation_id: str
    """Id of the conversation the message belongs to."""
    type: Literal["operator"]
    """A message of an operator."""
    body: str
    """The text of the message."""
    operator_id: str
    """Id of the operator who wrote it."""
    created_at: str
    """When the message was sent."""


class OperatorStatusChangedEvent(EventRecord):
    """An operator goes online or offline."""

    __slots__ = ()
    event: Literal["operator.status_changed"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Operator
    """A member of your team who answers conversations."""


class Page(Record):
    """A page of your website."""

    __slots__ = ()
    url: str
    """Address of the page."""
    title: Optional[str]
    """Title of the page."""


class PagePagination(Record):
    """The answer to `page` and `per_page`, or to no page parameter at all."""

    __slots__ = ()
    page: int
    """The number of this page."""
    per_page: int
    """Items per page."""
    total: int
    """Records in the whole list."""
    has_more: bool
    """Whether a next page exists."""


class PageViewTrigger(Record):
    """Starts when a visitor opens a page whose address matches."""

    __slots__ = ()
    type: Literal["page_view"]
    """A page is opened."""
    url: UrlMatch
    """Which page addresses match."""


class PageViewingVisitor(Record):
    """A visitor and the page they have just opened."""

    __slots__ = ()
    id: str
    """Identifies the visitor."""
    name: Optional[str]
    """Name, once the visitor has given one."""
    email: Optional[str]
    """Email address, once the visitor has given one."""
    contact_id: Optional[str]
    """Id of the contact the visitor was matched to. Null while the visitor is anonymous."""
    online: bool
    """Whether the visitor is on your website now."""
    current_page: Optional[Page]
    """The page the visitor is on. Null while offline."""
    location: Location
    """Where the visitor is, as far as the network address tells."""
    device: Device
    """What the visitor uses."""
    sessions_count: int
    """How often the visitor has come."""
    pageviews_count: int
    """Pages viewed in all sessions."""
    first_seen_at: str
    """When the first session began."""
    last_seen_at: str
    """When the visitor was last active."""
    pageview: Pageview
    """One page that a visitor viewed."""


class Pageview(Record):
    """One page that a visitor viewed."""

    __slots__ = ()
    id: str
    """Identifies the pageview."""
    visitor_id: str
    """Id of the visitor."""
    session_id: str
    """Id of the session."""
    url: str
    """Address of the page."""
    title: Optional[str]
    """Title of the page."""
    referrer: Optional[str]
    """Page the visitor came from."""
    duration_seconds: Optional[int]
    """How long the page was viewed. Null while the visitor is on it."""
    viewed_at: str
    """When the page was opened."""


class PageviewList(ListPage["Pageview", "Pagination"]):
    """A page of pageviews."""

    __slots__ = ()


class QuestionOption(Record):
    """An answer and where it leads."""

    __slots__ = ()
    label: str
    """What the visitor reads."""
    next: StepId
    """Id of the step that follows."""


class QuestionStep(Record):
    """Asks the visitor and lets them choose an answer."""

    __slots__ = ()
    id: StepId
    """Names the step, unique in the workflow."""
    type: Literal["question"]
    """A question."""
    text: StepText
    """What the visitor reads."""
    options: List[QuestionOption]
    """Answers to choose from."""
    save_as: Optional[str]
    """Custom attribute of the contact that keeps the answer."""


class Rating(Record):
    """How the visitor rated the completed conversation. Absent until then."""

    __slots__ = ()
    score: int
    """From 1 (bad) to 5 (very good)."""
    comment: Optional[str]
    """What the visitor wrote with the rating."""
    rated_at: str
    """When the visitor rated."""


class RunningChatbot(Record):
    """A chatbot and for whom it is active."""

    __slots__ = ()
    id: str
    """Identifies the chatbot."""
    name: str
    """What your team calls the chatbot."""
    description: Optional[str]
    """What it is for."""
    status: ChatbotStatus
    """Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one
    is off for now.
    """
    triggers: Triggers
    """What starts the chatbot. One of them is enough; without any, only your team starts it."""
    workflow: Workflow
    """The steps of the chatbot."""
    created_at: str
    """When the chatbot was created."""
    updated_at: str
    """When it last changed."""
    visitor: VisitorReference
    """The visitor in short. `GET /visitors/{id}` returns the rest."""
    conversation_id: str
    """Id of the conversation in which it is active."""


class Session(Record):
    """One visit, from the first page to half an hour of silence."""

    __slots__ = ()
    id: str
    """Identifies the session."""
    visitor_id: str
    """Id of the visitor."""
    landing_page: str
    """Address of the first page."""
    referrer: Optional[str]
    """Page the visitor came from."""
    location: Location
    """Where the visitor is, as far as the network address tells."""
    device: Device
    """What the visitor uses."""
    pageviews_count: int
    """Pages viewed in this session."""
    started_at: str
    """When the session began."""
    ended_at: Optional[str]
    """When it ended. Null while it goes on."""


class SessionList(ListPage["Session", "Pagination"]):
    """A page of sessions."""

    __slots__ = ()


class TimeOnPageTrigger(Record):
    """Starts when a visitor has stayed on a page for some time."""

    __slots__ = ()
    type: Literal["time_on_page"]
    """Time has passed."""
    seconds: int
    """Seconds on the page."""
    url: Optional[UrlMatch]
    """Which page addresses match."""


class UrlMatch(Record):
    """Which page addresses match."""

    __slots__ = ()
    match: UrlMatchMatch
    """How to compare."""
    value: str
    """What to compare the address with."""


class Visitor(Record):
    """A person on your website, known by name or not."""

    __slots__ = ()
    id: str
    """Identifies the visitor."""
    name: Optional[str]
    """Name, once the visitor has given one."""
    email: Optional[str]
    """Email address, once the visitor has given one."""
    contact_id: Optional[str]
    """Id of the contact the visitor was matched to. Null while the visitor is anonymous."""
    online: bool
    """Whether the visitor is on your website now."""
    current_page: Optional[Page]
    """The page the visitor is on. Null while offline."""
    location: Location
    """Where the visitor is, as far as the network address tells."""
    device: Device
    """What the visitor uses."""
    sessions_count: int
    """How often the visitor has come."""
    pageviews_count: int
    """Pages viewed in all sessions."""
    first_seen_at: str
    """When the first session began."""
    last_seen_at: str
    """When the visitor was last active."""


class VisitorIdentifiedEvent(EventRecord):
    """An anonymous visitor is matched to a contact."""

    __slots__ = ()
    event: Literal["visitor.identified"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: Visitor
    """A person on your website, known by name or not."""


class VisitorList(ListPage["Visitor", "Pagination"]):
    """A page of visitors."""

    __slots__ = ()


class VisitorMessage(Record):
    """Written by the visitor."""

    __slots__ = ()
    id: str
    """Identifies the message."""
    conversation_id: str
    """Id of the conversation the message belongs to."""
    type: Literal["visitor"]
    """A message of the visitor."""
    body: str
    """The text of the message."""
    visitor: VisitorReference
    """The visitor in short. `GET /visitors/{id}` returns the rest."""
    created_at: str
    """When the message was sent."""


class VisitorPageViewedEvent(EventRecord):
    """A tracked visitor navigates to a new page."""

    __slots__ = ()
    event: Literal["visitor.page_viewed"]
    """Name of the event."""
    timestamp: str
    """When the event happened."""
    data: PageViewingVisitor
    """A visitor and the page they have just opened."""


class VisitorReference(Record):
    """The visitor in short. `GET /visitors/{id}` returns the rest."""

    __slots__ = ()
    id: str
    """Identifies the visitor."""
    name: Optional[str]
    """Name, once the visitor has given one."""
    email: Optional[str]
    """Email address, once the visitor has given one."""


class Webhook(Record):
    """An endpoint of yours that receives events."""

    __slots__ = ()
    id: str
    """Identifies the webhook."""
    url: str
    """Address that events are sent to."""
    events: EventNames
    """Events to receive."""
    description: Optional[str]
    """What the endpoint is for."""
    status: WebhookStatus
    """`failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook
    keeps receiving events.
    """
    created_at: str
    """When the webhook was created."""


class WebhookCreated(Record):
    """A new webhook with its secret."""

    __slots__ = ()
    id: str
    """Identifies the webhook."""
    url: str
    """Address that events are sent to."""
    events: EventNames
    """Events to receive."""
    description: Optional[str]
    """What the endpoint is for."""
    status: WebhookCreatedStatus
    """`failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook
    keeps receiving events.
    """
    created_at: str
    """When the webhook was created."""
    secret: str
    """The secret that deliveries are signed with. It is shown this once; store it where your endpoint can read
    it.
    """


class WebhookList(ListPage["Webhook", "Pagination"]):
    """A page of webhooks."""

    __slots__ = ()


class Workflow(Record):
    """The steps of the chatbot."""

    __slots__ = ()
    entry_step: StepId
    """Id of the step to start with."""
    steps: Steps
    """The steps; each `id` is unique among them."""


_MESSAGE = OneOf("type", {"visitor": VisitorMessage, "operator": OperatorMessage, "bot": BotMessage, "note": Note}, ())
_PAGINATION = OneOf(None, {}, ((("page", "per_page", "total",), PagePagination), (("limit", "next_cursor",), CursorPagination),))
_STEP = OneOf("type", {"message": MessageStep, "question": QuestionStep, "condition": ConditionStep, "assign": AssignStep, "end": EndStep}, ())
_TRIGGER = OneOf("type", {"page_view": PageViewTrigger, "time_on_page": TimeOnPageTrigger, "keyword": KeywordTrigger, "new_conversation": NewConversationTrigger}, ())
Assignment._parts = {"visitor": VisitorReference}
AssignmentList._parts = {"data": [Assignment], "pagination": _PAGINATION}
Chatbot._parts = {"triggers": [_TRIGGER], "workflow": Workflow}
ChatbotCompletedEvent._parts = {"data": RunningChatbot}
ChatbotList._parts = {"data": [Chatbot], "pagination": _PAGINATION}
ChatbotTriggeredEvent._parts = {"data": RunningChatbot}
ContactCreatedEvent._parts = {"data": Contact}
ContactList._parts = {"data": [Contact], "pagination": _PAGINATION}
ContactUpdatedEvent._parts = {"data": Contact}
Conversation._parts = {"visitor": VisitorReference, "rating": Rating}
ConversationAssignedEvent._parts = {"data": Conversation}
ConversationClosedEvent._parts = {"data": Conversation}
ConversationCreatedEvent._parts = {"data": Conversation}
ConversationList._parts = {"data": [Conversation], "pagination": _PAGINATION}
ConversationRatedEvent._parts = {"data": Conversation}
MessageCreatedEvent._parts = {"data": _MESSAGE}
MessageList._parts = {"data": [_MESSAGE], "pagination": _PAGINATION}
OperatorList._parts = {"data": [Operator], "pagination": _PAGINATION}
OperatorStatusChangedEvent._parts = {"data": Operator}
PageViewTrigger._parts = {"url": UrlMatch}
PageViewingVisitor._parts = {"current_page": Page, "location": Location, "device": Device, "pageview": Pageview}
PageviewList._parts = {"data": [Pageview], "pagination": _PAGINATION}
QuestionStep._parts = {"options": [QuestionOption]}
RunningChatbot._parts = {"triggers": [_TRIGGER], "workflow": Workflow, "visitor": VisitorReference}
Session._parts = {"location": Location, "device": Device}
SessionList._parts = {"data": [Session], "pagination": _PAGINATION}
TimeOnPageTrigger._parts = {"url": UrlMatch}
Visitor._parts = {"current_page": Page, "location": Location, "device": Device}
VisitorIdentifiedEvent._parts = {"data": Visitor}
VisitorList._parts = {"data": [Visitor], "pagination": _PAGINATION}
VisitorMessage._parts = {"visitor": VisitorReference}
VisitorPageViewedEvent._parts = {"data": PageViewingVisitor}
WebhookList._parts = {"data": [Webhook], "pagination": _PAGINATION}
Workflow._parts = {"steps": [_STEP]}
