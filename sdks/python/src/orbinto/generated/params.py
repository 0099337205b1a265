# Generated from spec/ by `npm run generate`. Do not edit.

"""What calls take, as types of plain dictionaries."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Mapping, Sequence, TypedDict, Union

from . import types

__all__ = [
    "AssignStepParam",
    "BotMessageCreateParam",
    "ChatbotCreateParam",
    "ChatbotUpdateParam",
    "ConditionStepParam",
    "ContactCreateParam",
    "ContactFiltersParam",
    "ContactSearchParam",
    "ContactUpdateParam",
    "ConversationAssignmentParam",
    "ConversationReplyParam",
    "EndStepParam",
    "KeywordTriggerParam",
    "MessageCreateParam",
    "MessageStepParam",
    "NewConversationTriggerParam",
    "NoteCreateParam",
    "OperatorMessageCreateParam",
    "PageViewTriggerParam",
    "QuestionOptionParam",
    "QuestionStepParam",
    "StepParam",
    "TimeOnPageTriggerParam",
    "TriggerParam",
    "UrlMatchParam",
    "VisitorMessageCreateParam",
    "WebhookCreateParam",
    "WorkflowParam",
    "WorkflowUpdateParam",
]


class AssignStepParam(TypedDict):
    """Hands the conversation to an operator."""

    id: str
    """Names the step, unique in the workflow."""
    type: Literal["assign"]
    """An assignment."""
    operator_id: Union[str, None]
    """Id of the operator. Null for whoever is online."""
    next: str
    """Id of the step that follows."""


class BotMessageCreateParam(TypedDict):
    """A message of a chatbot for the visitor."""

    type: Literal["bot"]
    """A message of a chatbot."""
    body: str
    """The text of the message."""
    chatbot_id: str
    """Id of the chatbot that writes."""


class _ChatbotCreateRequired(TypedDict):
    name: str
    """What your team calls the chatbot."""
    workflow: Union[WorkflowParam, types.Workflow]
    """The steps of the chatbot."""


class ChatbotCreateParam(_ChatbotCreateRequired, total=False):
    """A chatbot to create. Unless you say otherwise it is a draft."""

    description: str
    """What it is for."""
    status: types.ChatbotCreateStatus
    """Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`)."""
    triggers: Sequence[Union[TriggerParam, types.Trigger]]
    """What starts the chatbot. One of them is enough; without any, only your team starts it."""


class ChatbotUpdateParam(TypedDict, total=False):
    """A JSON Merge Patch (RFC 7396), sent as `application/json` or `application/merge-patch+json`: fields you
    leave out stay as they are, null clears the description. `triggers` is replaced as a whole, and so is
    `workflow.steps`.
    """

    name: str
    """What your team calls the chatbot."""
    description: Union[str, None]
    """What it is for."""
    status: types.ChatbotStatus
    """Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one
    is off for now.
    """
    triggers: Sequence[Union[TriggerParam, types.Trigger]]
    """What starts the chatbot. One of them is enough; without any, only your team starts it."""
    workflow: Union[WorkflowUpdateParam, types.Record]
    """Changes to the workflow. `steps` is replaced as a whole."""


ConditionStepParam = TypedDict(
    "ConditionStepParam",
    {
        "id": "str",
        "type": "Literal[\"condition\"]",
        "field": "str",
        "operator": "types.ConditionStepOperator",
        "value": "str",
        "then": "str",
        "else": "str",
    },
)
"""Goes one way or the other."""


class _ContactCreateRequired(TypedDict):
    email: str
    """Contact email address. Must be unique."""


class ContactCreateParam(_ContactCreateRequired, total=False):
    """A contact to create. Only the email is required."""

    name: str
    """Full name of the contact."""
    phone: str
    """Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed."""
    company: str
    """Company or organization name."""
    avatar_url: str
    """URL to a profile image."""
    custom_attributes: Mapping[str, Any]
    """Key-value pairs of custom data. Keys must be strings; values can be any JSON."""
    tags: Sequence[str]
    """Array of tag names to assign."""


class ContactFiltersParam(TypedDict, total=False):
    """Conditions that a contact must all meet besides the query."""

    tags: Sequence[str]
    """Tags the contact must all carry, as they are written."""
    company: str
    """Company or organization name, in full. It compares as the words of the query do."""
    custom_attributes: Mapping[str, Any]
    """Keys and values that the contact's custom attributes must hold."""
    created_after: Union[str, datetime]
    """Only contacts created after this time."""
    created_before: Union[str, datetime]
    """Only contacts created before this time."""


class _ContactSearchRequired(TypedDict):
    query: str
    """Words to look for in name, email, phone and company. Every word must occur in one of them; the start or
    middle of a word counts. Words compare without regard to case (Unicode case folding: `STRASSE` finds
    `Straße`) and to the way accents are written (normalization form C); an `e` is no `é`.
    """


class ContactSearchParam(_ContactSearchRequired, total=False):
    """What to look for among your contacts."""

    filters: Union[ContactFiltersParam, types.Record]
    """Conditions that a contact must all meet besides the query."""


class ContactUpdateParam(TypedDict, total=False):
    """A JSON Merge Patch (RFC 7396), sent as `application/json` or `application/merge-patch+json`: fields you
    leave out stay as they are, null clears a field. Inside `custom_attributes` the same holds for each key.
    `tags` is replaced as a whole.
    """

    email: str
    """Contact email address. Must be unique. Cannot be cleared."""
    name: Union[str, None]
    """Full name of the contact."""
    phone: Union[str, None]
    """Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed."""
    company: Union[str, None]
    """Company or organization name."""
    avatar_url: Union[str, None]
    """URL to a profile image."""
    custom_attributes: Union[Mapping[str, Any], None]
    """Keys to set; a key with the value null is removed. Null removes them all."""
    tags: Union[Sequence[str], None]
    """All tag names the contact shall carry. Null removes them all."""


class ConversationAssignmentParam(TypedDict):
    """Who shall take care of the conversation."""

    operator_id: str
    """Id of the operator who shall take care of the conversation."""


class _ConversationReplyRequired(TypedDict):
    body: str
    """The text of the reply."""


class ConversationReplyParam(_ConversationReplyRequired, total=False):
    """An operator's message to the visitor."""

    operator_id: str
    """Id of the operator who replies. Without it, the operator to whom the conversation is assigned."""


class _EndStepRequired(TypedDict):
    id: str
    """Names the step, unique in the workflow."""
    type: Literal["end"]
    """The end."""


class EndStepParam(_EndStepRequired, total=False):
    """Ends the workflow."""

    close_conversation: bool
    """Whether the conversation is closed too."""


class KeywordTriggerParam(TypedDict):
    """Starts when a visitor's message has one of the keywords."""

    type: Literal["keyword"]
    """A word is written."""
    keywords: Sequence[str]
    """Words to look for. Upper and lower case are the same."""


class MessageStepParam(TypedDict):
    """Sends a message to the visitor."""

    id: str
    """Names the step, unique in the workflow."""
    type: Literal["message"]
    """A message."""
    text: str
    """What the visitor reads."""
    next: str
    """Id of the step that follows."""


class NewConversationTriggerParam(TypedDict):
    """Starts with every conversation that a visitor begins."""

    type: Literal["new_conversation"]
    """A conversation begins."""


class _NoteCreateRequired(TypedDict):
    type: Literal["note"]
    """A note for the team."""
    body: str
    """The text of the message."""


class NoteCreateParam(_NoteCreateRequired, total=False):
    """A note for the team, which the visitor does not see."""

    operator_id: str
    """Id of the operator who writes. Without it, the operator to whom the conversation is assigned."""


class _OperatorMessageCreateRequired(TypedDict):
    type: Literal["operator"]
    """A message of an operator."""
    body: str
    """The text of the message."""


class OperatorMessageCreateParam(_OperatorMessageCreateRequired, total=False):
    """A message of an operator for the visitor."""

    operator_id: str
    """Id of the operator who writes. Without it, the operator to whom the conversation is assigned."""


class PageViewTriggerParam(TypedDict):
    """Starts when a visitor opens a page whose address matches."""

    type: Literal["page_view"]
    """A page is opened."""
    url: Union[UrlMatchParam, types.UrlMatch]
    """Which page addresses match."""


class QuestionOptionParam(TypedDict):
    """An answer and where it leads."""

    label: str
    """What the visitor reads."""
    next: str
    """Id of the step that follows."""


class _QuestionStepRequired(TypedDict):
    id: str
    """Names the step, unique in the workflow."""
    type: Literal["question"]
    """A question."""
    text: str
    """What the visitor reads."""
    options: Sequence[Union[QuestionOptionParam, types.QuestionOption]]
    """Answers to choose from."""


class QuestionStepParam(_QuestionStepRequired, total=False):
    """Asks the visitor and lets them choose an answer."""

    save_as: str
    """Custom attribute of the contact that keeps the answer."""


class _TimeOnPageTriggerRequired(TypedDict):
    type: Literal["time_on_page"]
    """Time has passed."""
    seconds: int
    """Seconds on the page."""


class TimeOnPageTriggerParam(_TimeOnPageTriggerRequired, total=False):
    """Starts when a visitor has stayed on a page for some time."""

    url: Union[UrlMatchParam, types.UrlMatch]
    """Which page addresses match."""


class UrlMatchParam(TypedDict):
    """Which page addresses match."""

    match: types.UrlMatchMatch
    """How to compare."""
    value: str
    """What to compare the address with."""


class VisitorMessageCreateParam(TypedDict):
    """A message that the visitor wrote elsewhere, for example by email."""

    type: Literal["visitor"]
    """A message of the visitor."""
    body: str
    """The text of the message."""


class _WebhookCreateRequired(TypedDict):
    url: str
    """Address to send events to. https, and reachable from the internet."""
    events: Sequence[types.EventName]
    """Events to receive."""


class WebhookCreateParam(_WebhookCreateRequired, total=False):
    """An endpoint to register."""

    description: str
    """What the endpoint is for."""


class WorkflowParam(TypedDict):
    """The steps of the chatbot."""

    entry_step: str
    """Id of the step to start with."""
    steps: Sequence[Union[StepParam, types.Step]]
    """The steps; each `id` is unique among them."""


class WorkflowUpdateParam(TypedDict, total=False):
    """Changes to the workflow. `steps` is replaced as a whole."""

    entry_step: str
    """Id of the step to start with."""
    steps: Sequence[Union[StepParam, types.Step]]
    """The steps; each `id` is unique among them."""


MessageCreateParam = Union[VisitorMessageCreateParam, types.Record, OperatorMessageCreateParam, BotMessageCreateParam, NoteCreateParam]
"""The message to send. `type` decides which other fields it takes."""


StepParam = Union[MessageStepParam, types.MessageStep, QuestionStepParam, types.QuestionStep, ConditionStepParam, types.ConditionStep, AssignStepParam, types.AssignStep, EndStepParam, types.EndStep]
"""One step. `type` decides which other fields it has."""


TriggerParam = Union[PageViewTriggerParam, types.PageViewTrigger, TimeOnPageTriggerParam, types.TimeOnPageTrigger, KeywordTriggerParam, types.KeywordTrigger, NewConversationTriggerParam, types.NewConversationTrigger]
"""What starts the chatbot. `type` decides which other fields it has."""
