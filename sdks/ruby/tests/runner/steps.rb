# frozen_string_literal: true

require_relative "webhook_steps"

module Runner
  # Carries out one step.
  class Steps
    include WebhookSteps

    KINDS = %w[call items pages raw request find_or_create parallel unwrap route build_event oauth].freeze

    def initialize(scenario)
      @scenario = scenario
    end

    def run(step)
      kind = KINDS.find { |name| step.key?(name) } or return { skipped: "a step of another kind: #{step.keys.join(", ")}" }
      step["cancel_after_ms"] ? cancelled(step["cancel_after_ms"]) { public_send(:"run_#{kind}", step) } : public_send(:"run_#{kind}", step)
    end

    def run_call(step)
      given = invoke(client, step["call"], step)
      { result: plain(given.is_a?(Orbinto::List) ? given.page : given) }
    end

    def run_items(step)
      list = invoke(client, step["items"], step)
      { items: plain(step.key?("take") ? list.take(step["take"]) : list.to_a) }
    end

    def run_pages(step)
      { pages: plain(invoke(client, step["pages"], step).pages.to_a) }
    end

    def run_raw(step)
      given = invoke(client.with_response, step["raw"], step)
      given = given.page if given.is_a?(Orbinto::List)
      facts = { status: given.status, headers: given.headers, request_id: given.request_id, rate_limit: given.rate_limit&.to_h }
      { result: plain(given.data), response: facts }
    end

    def run_request(step)
      request = step["request"]
      result = client.request(
        request["method"], request["path"], query: request["query"] || {}, body: request["body"], headers: request["headers"] || {}
      )
      { result: plain(result) }
    end

    def run_find_or_create(step)
      { result: plain(client.contacts.find_or_create(**symbols(step["find_or_create"]))) }
    end

    def run_parallel(step)
      count, one = step["parallel"].values_at("count", "step")
      client
      threads = Array.new(count) { Thread.new { @scenario.timed { Steps.new(@scenario).run(one) } } }
      { parallel: threads.map(&:value) }
    end

    def run_oauth(step)
      args = symbols(step["args"] || {})
      oauth = @scenario.oauth(client_id: args.delete(:client_id), client_secret: args.delete(:client_secret))
      case step["oauth"]
      when "authorize_url" then { result: oauth.authorize_url(**args).to_h }
      when "exchange" then { result: plain(oauth.exchange(**args)) }
      when "refresh" then { result: plain(oauth.refresh(**args)) }
      when "revoke" then { result: oauth.revoke(**args) }
      end
    end

    private

    def client
      @scenario.client
    end

    def invoke(client, name, step)
      *namespaces, method = name.split(".")
      options = symbols(step["options"] || {})
      body = step["unserializable"] ? { "email" => "a@example.com", "custom_attributes" => { "a" => Float::NAN } } : step["body"]
      arguments = symbols(step["query"] || {}).merge(symbols(body || {}))
      resource = namespaces.reduce(client) { |below, one| below.public_send(one) }
      resource.public_send(method, *(step["path"] || {}).values, **arguments, request_options: options)
    end

    # A thread that is broken off, as by Timeout or Thread#raise.
    def cancelled(milliseconds)
      thread = Thread.new { yield }
      thread.join(milliseconds / 1000.0) || thread.raise(Cancelled)
      thread.value
    end

    def symbols(hash)
      hash.transform_keys(&:to_sym)
    end

    def plain(value)
      JSON.parse(JSON.generate([value]), max_nesting: false).first
    end
  end
end
