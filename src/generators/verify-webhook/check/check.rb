# Prints what verify_webhook.rb says of each test vector: ruby check.rb vectors.json
require "json"
require_relative "../verify_webhook"

vectors = JSON.parse(File.read(ARGV[0]))
body = ->(v) { v.key?("parsed") ? v["parsed"] : v["body_base64"].unpack1("m0") }

puts JSON.generate(
  signature: vectors["signature"].map { |v| verify_webhook(body.(v), v["signature"], v["secret"]) },
  standard: vectors["standard"].map do |v|
    verify_standard_webhook(body.(v), v["id"], v["timestamp"], v["signature"], v["secret"], now: v["now"])
  end
)
