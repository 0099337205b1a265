# frozen_string_literal: true

# Carries out scenarios by net/http, written as the reference's samples for Ruby are: `net-http.rb FILE`.

require "json"
require "net/http"

CALLS = {
  "contacts.get" => ["Get", "/contacts/%s"],
  "contacts.create" => ["Post", "/contacts"],
  "contacts.update" => ["Patch", "/contacts/%s"],
  "conversations.get" => ["Get", "/conversations/%s"],
  "conversations.messages.get" => ["Get", "/conversations/%s/messages/%s"]
}.freeze

def exchange(client, name, path, query, body)
  uri = URI("#{client["base_url"]}#{path}")
  uri.query = URI.encode_www_form(query) if query
  request = Net::HTTP.const_get(name).new(uri)
  request["Authorization"] = "Bearer #{client["api_key"]}"
  if body
    request["Content-Type"] = "application/json"
    request.body = JSON.generate(body)
  end
  timeout = client["timeout"] ? { read_timeout: client["timeout"] } : {}
  retries = client["max_retries"] ? { max_retries: client["max_retries"] } : {}
  Net::HTTP.start(uri.host, uri.port, **timeout, **retries) { |http| http.request(request) }
end

def told(response)
  text = response.body
  return { result: text && JSON.parse(text) } if response.is_a?(Net::HTTPSuccess)

  # There is no error of its own: the status is looked at by whoever calls.
  { error: { class: response.class.name, status: response.code.to_i, message: response.message, text: response.inspect } }
end

def carry_out(client, step)
  if (parallel = step["parallel"])
    threads = Array.new(parallel["count"]) { Thread.new { timed(client, parallel["step"]) } }
    return { parallel: threads.map(&:value) }
  end
  if (request = step["request"])
    return told(exchange(client, request["method"].capitalize, request["path"], request["query"], request["body"]))
  end
  name, template = CALLS[step["call"] || step["raw"]]
  return { skipped: "nothing of the kind" } unless name

  # As the samples have it: the id stands in the address.
  told(exchange(client, name, format(template, *step.fetch("path", {}).values), step["query"], step["body"]))
end

def timed(client, step)
  began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  result =
    begin
      carry_out(client, step)
    rescue StandardError => e
      { error: { class: e.class.name, message: e.message, text: e.full_message(highlight: false) } }
    end
  { **result, ms: (Process.clock_gettime(Process::CLOCK_MONOTONIC) - began) * 1000 }
end

JSON.parse(File.read(ARGV.last))["scenarios"].each do |scenario|
  steps = scenario["steps"].map { |step| timed(scenario["client"], step) }
  puts JSON.generate({ name: scenario["name"], steps: steps, waits: [], hooks: [], log: [], warnings: [] })
end
