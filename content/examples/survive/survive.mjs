import { Orbinto } from '@orbinto/node';

const orbinto = new Orbinto({ timeout: 5_000, maxRetries: 4 });

// Sent again where that is harmless, after the time that a 429 names.
const contact = await orbinto.contacts.get('con_abc123');

// One contact, whatever becomes of the answers.
const created = await orbinto.contacts.findOrCreate({ email: 'new.person@example.com', name: contact.name });
console.log(created.email);
