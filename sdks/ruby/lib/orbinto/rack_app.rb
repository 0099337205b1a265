# frozen_string_literal: true

module Orbinto
  # Makes a router a Rack application: `run router`, or in Rails' routes `mount router, at: "/webhooks/orbinto"`.
  # Answers 204 for what was handled, 400 for what cannot be believed. What a handler raises goes on to the server, which answers 500:
  # the delivery comes again.
  module RackApp
    # Bytes that a delivery has at most.
    MOST = 4 * 1024 * 1024

    # @param env [Hash{String => Object}] of Rack
    # @return [Array(Integer, Hash, Array<String>)]
    def call(env)
      return [405, { "allow" => "POST" }, []] unless env["REQUEST_METHOD"] == "POST"

      body = raw_body(env["rack.input"])
      return refusal(413, "The body is too large.") if body.bytesize > MOST

      handle(body, env)
      [204, {}, []]
    rescue WebhookVerificationError => e
      refusal(400, e.message)
    end

    private

    def refusal(status, text)
      [status, { "content-type" => "text/plain; charset=utf-8" }, [text]]
    end

    # Somebody before may have read it already.
    def raw_body(input)
      return "" if input.nil?

      input.rewind if input.respond_to?(:rewind)
      input.read(MOST + 1) || ""
    end
  end
end
