# frozen_string_literal: true

# Has the sandbox deliver every event, and unwraps what it sent: ruby deliveries.rb, with ORBINTO_API_KEY and ORBINTO_BASE_URL.
require "orbinto"

client = Orbinto::Client.new
webhook = client.webhooks.create(url: "https://hooks.example.com/ruby", events: Orbinto::Events::ALL)

# The sandbox's control stands beside the API.
control = lambda do |http_method, path, body|
  address = URI.join(ENV.fetch("ORBINTO_BASE_URL"), path)
  headers = { "authorization" => "Bearer #{ENV.fetch("ORBINTO_API_KEY")}", "content-type" => "application/json" }
  answer = Net::HTTP.start(address.host, address.port) { |http| http.send_request(http_method, address.request_uri, body, headers) }
  raise "#{path}: #{answer.code} #{answer.body}" unless answer.is_a?(Net::HTTPSuccess)

  JSON.parse(answer.body)
end

Orbinto::Events::ALL.each { |name| control.call("POST", "/_sandbox/events", JSON.generate(event: name)) }
deadline = Time.now + 20
done = []
loop do
  deliveries = control.call("GET", "/_sandbox/deliveries?webhook_id=#{webhook.id}&per_page=100", nil)["data"]
  done = deliveries.select { |delivery| delivery["status"] == "delivered" }
  break if done.size >= Orbinto::Events::ALL.size || Time.now > deadline

  sleep 0.1
end

events = done.map do |delivery|
  request = delivery["attempts"].last["request"]
  Orbinto::Webhooks.unwrap(request["body"], request["headers"], webhook.secret)
end
events.each do |event|
  expected = Orbinto::Models.const_get(Orbinto::Events::CLASSES.fetch(event.event))
  raise "#{event.event} is a #{event.class}" unless event.instance_of?(expected) && event.data.is_a?(Orbinto::Model)
end
puts "#{events.map(&:event).uniq.size} events"
