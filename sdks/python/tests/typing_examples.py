"""Read by `mypy --strict` and pyright only. A line that must be refused has an ignore; one that is needed no more is an error."""

from __future__ import annotations

from typing import Optional, Union

import orbinto
from orbinto import AsyncOrbinto, Orbinto, WebhookRouter, params, types

client = Orbinto()

contact: types.Contact = client.contacts.create(email="a@example.com", tags=["a"], custom_attributes={"plan": 1})
email: Optional[str] = contact.email
client.contacts.create(name="Jane")  # type: ignore[call-arg]
client.contacts.create(email=5)  # type: ignore[arg-type]
client.contacts.create(email=None)  # type: ignore[arg-type]
client.contacts.update("con_1", phone=None)
client.contacts.get(5)  # type: ignore[arg-type]
client.contacts.get("con_1", options={"timeout": 5, "retry_unsafe": True})
client.contacts.get("con_1", options={"timeoot": 5})  # type: ignore[arg-type]
contact.emial  # type: ignore[attr-defined]

for one in client.contacts.list(tag="vip"):
    id: str = one.id
total: int = client.contacts.list(per_page=10).page().pagination.total
cursor: Optional[str] = client.contacts.list(limit=10).page().pagination.next_cursor
client.contacts.list(per_page=10).page().pagination.next_cursor  # type: ignore[attr-defined]
client.contacts.list(page=1, limit=10)  # type: ignore[call-overload]
some: "list[types.Visitor]" = client.visitors.list(online=True).take(3)

workflow: params.WorkflowParam = {"entry_step": "a", "steps": [{"id": "a", "type": "end"}]}
client.chatbots.create(name="A", workflow=workflow)
client.chatbots.update("bot_1", workflow=client.chatbots.get("bot_1").workflow, status="a later one")
wrong: params.EndStepParam = {"id": "a", "type": "and"}  # type: ignore[typeddict-item]

status: Union[str, None] = client.raw(client.contacts.get, "con_1").data.name
client.raw(client.contacts.get, 1)  # type: ignore[arg-type]

router = WebhookRouter(secret="whsec_…", fallback=lambda event: None)


@router.on("message.created")
def created(event: types.MessageCreatedEvent) -> None:
    if isinstance(event.data, types.VisitorMessage):
        visitor: types.VisitorReference = event.data.visitor


@router.on("message.created")  # type: ignore[arg-type]
def confused(event: types.ContactCreatedEvent) -> None: ...


event = orbinto.webhooks.unwrap(b"", {}, "whsec_…")
if isinstance(event, types.ContactCreatedEvent):
    company: Optional[str] = event.data.company


async def main() -> None:
    async with AsyncOrbinto() as client:
        contact: types.Contact = await client.contacts.get("con_1")
        async for visitor in client.visitors.list():
            online: bool = visitor.online
        total: int = (await client.contacts.list(page=1).page()).pagination.total
        client.contacts.get("con_1").email  # type: ignore[attr-defined, misc]
