# frozen_string_literal: true

# Calls the sandbox and reads every field of every record, so that RBS can compare all of it with the signatures:
# ruby -r rbs/test/setup typed_calls.rb, with ORBINTO_API_KEY and ORBINTO_BASE_URL.
$LOAD_PATH.unshift(File.expand_path("../lib", __dir__))
require "orbinto"

$reads = 0

def read(value)
  case value
  when Array then value.each { |member| read(member) }
  when Orbinto::Model
    value.class.fields.each_key do |name|
      $reads += 1
      read(Orbinto::Model.method_defined?(name) ? value[name] : value.public_send(name))
    end
  end
end

client = Orbinto::Client.new
lists = %i[contacts conversations visitors chatbots operators webhooks].to_h { |name| [name, client.public_send(name).list(per_page: 30).page] }
lists.each do |name, page|
  read(page)
  page.data.first(3).each { |record| read(client.public_send(name).get(record.id)) } unless name == :webhooks
end
conversation, visitor, operator = lists.values_at(:conversations, :visitors, :operators).map { |page| page.data.first.id }
read(client.conversations.messages.list(conversation).take(5))
read([client.visitors.sessions.list(visitor).page, client.visitors.pageviews.list(visitor).page])
read(client.operators.assignments.list(operator, limit: 5).page)
read(client.conversations.messages.send(conversation, type: "note", body: "Seen.", operator_id: operator))
read([client.conversations.assign(conversation, operator_id: operator), client.conversations.reply(conversation, body: "Hello")])
read([client.conversations.close(conversation), client.conversations.reopen(conversation)])
contact = client.contacts.find_or_create(email: "typed@example.com", tags: ["a"])
read([contact, client.contacts.update(contact.id, name: "Typed", phone: nil), client.contacts.search(query: "typed", limit: 5).page])
client.contacts.delete(contact.id)
bot = client.chatbots.create(name: "Typed", workflow: { entry_step: "a", steps: [{ id: "a", type: "end" }] })
read([bot, client.chatbots.update(bot.id, description: nil, status: :paused)])
client.chatbots.delete(bot.id)
hook = client.webhooks.create(url: "https://hooks.example.com/typed", events: [Orbinto::Events::MESSAGE_CREATED])
read(hook)
client.webhooks.delete(hook.id)
Orbinto::Events::ALL.each { |name| read(Orbinto::Events.build(name, secret: hook.secret).event) }
puts "#{$reads} fields"
