require "json"
require_relative "verify_webhook"
require_relative "your_queue"

receive = lambda do |env|
  body = env["rack.input"].read
  id = env["HTTP_WEBHOOK_ID"]
  timestamp = env["HTTP_WEBHOOK_TIMESTAMP"]
  signature = env["HTTP_WEBHOOK_SIGNATURE"]
  secret = ENV.fetch("ORBINTO_WEBHOOK_SECRET")
  next [401, {}, []] unless verify_standard_webhook(body, id, timestamp, signature, secret)

  QUEUE.add(id, JSON.parse(body)) # your queue: one entry an id
  [204, {}, []]
end

map("/webhooks/orbinto") { run receive }
