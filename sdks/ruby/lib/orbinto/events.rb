# frozen_string_literal: true

module Orbinto
  # Builds deliveries for tests of your webhook handlers.
  module Events
    autoload :EXAMPLES, File.expand_path("generated/event_examples", __dir__)

    # What a test posts: `body`, `headers`; and the `event` in them.
    Built = Struct.new(:body, :headers, :event, keyword_init: true) do
      # @return [Hash{String => Object}] a Rack env for `router.call`
      def env
        named = headers.to_h { |name, value| ["HTTP_#{name.upcase.tr("-", "_")}", value] }
        { "REQUEST_METHOD" => "POST", "PATH_INFO" => "/", "rack.input" => StringIO.new(body), **named }
      end
    end

    module_function

    # A delivery signed in both ways.
    #
    #   delivery = Orbinto::Events.build("contact.created", secret: SECRET, data: { email: "jane@example.com" })
    #   post "/webhooks/orbinto", delivery.body, delivery.headers
    #
    # @param name [String] of an event
    # @param secret [String] the one that the handler checks with
    # @param data [Hash] fields of `data`, merged over those of the example
    # @param id [String] of the delivery
    # @param now [Time, Numeric]
    # @return [Built]
    # @raise [ConfigurationError] for a name that is no event
    def build(name, secret:, data: {}, id: "evt_#{SecureRandom.alphanumeric(12)}", now: Time.now)
      example = EXAMPLES[name.to_s] or raise ConfigurationError, "No such event: #{name.inspect[0, 60]}."
      Webhooks.checked_secrets(secret)
      values = JSON.parse(example)
      values["data"].merge!(JSON.parse(Serializer.json(data)))
      values["timestamp"] = Time.at(now.to_f).utc.iso8601
      body = JSON.generate(values)
      Built.new(body: body, headers: headers(secret, id, now.to_i.to_s, body), event: Event.cast(values))
    end

    # @api private
    def headers(secret, id, timestamp, body)
      {
        "content-type" => "application/json",
        "webhook-id" => id,
        "webhook-timestamp" => timestamp,
        "webhook-signature" => Signatures.standard(secret, id, timestamp, body),
        "x-orbinto-signature" => Signatures.plain(secret, body)
      }
    end
  end
end
