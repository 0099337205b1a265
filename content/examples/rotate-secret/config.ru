require "json"
require_relative "verify_webhook"
require_relative "your_queue"

receive = lambda do |env|
  body = env["rack.input"].read
  id = env["HTTP_WEBHOOK_ID"]
  timestamp = env["HTTP_WEBHOOK_TIMESTAMP"]
  signature = env["HTTP_WEBHOOK_SIGNATURE"]
  secrets = ENV.values_at("ORBINTO_WEBHOOK_SECRET", "ORBINTO_WEBHOOK_NEW_SECRET")
  is_signed = secrets.any? { |secret| verify_standard_webhook(body, id, timestamp, signature, secret) }
  next [401, {}, []] unless is_signed

  QUEUE.add(id, JSON.parse(body)) # your queue: one entry an id
  [204, {}, []]
end

map("/webhooks/orbinto") { run receive }
