require "orbinto"

client = Orbinto::Client.new(timeout: 5, max_retries: 4)

# Sent again where that is harmless, after the time that a 429 names.
contact = client.contacts.get("con_abc123")

# One contact, whatever becomes of the answers.
created = client.contacts.find_or_create(email: "new.person@example.com", name: contact.name)
puts created.email
