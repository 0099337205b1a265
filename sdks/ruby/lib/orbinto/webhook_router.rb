# frozen_string_literal: true

module Orbinto
  # Believes deliveries and hands each to the handler of its event. A Rack application.
  #
  #   router = Orbinto::WebhookRouter.new(secret: ENV["ORBINTO_WEBHOOK_SECRET"], fallback: ->(event) { })
  #   router.on("message.created") { |event| puts event.data.body }
  class WebhookRouter
    include Hidden
    include RackApp

    # What became of a delivery: `id` (nil where only the body is signed), `event`, `outcome` (:handled, :fallback or :seen), and what
    # the handler gave as `value`.
    Delivery = Struct.new(:id, :event, :outcome, :value, keyword_init: true)

    # @param secret [String, Array<String>] the webhook's secret; several while it is rotated
    # @param fallback [#call] gets events without a handler, those newer than this version among them
    # @param seen [#call, nil] given the id of a delivery: notes it, and says whether it was there already. Deliveries come again
    # @param forget [#call, nil] given the id where a handler has failed, so that the next attempt is not taken for seen
    # @param tolerance [Numeric] seconds that the delivery's time may be off
    # @raise [ConfigurationError]
    def initialize(secret:, fallback: nil, seen: nil, forget: nil, tolerance: Defaults::WEBHOOK_TOLERANCE)
      raise ConfigurationError, "A router needs a fallback: events come that have no handler, new ones too." unless fallback.respond_to?(:call)

      @secret = Webhooks.checked_secrets(secret)
      @fallback = fallback
      @seen = seen
      @forget = forget
      @tolerance = tolerance
      @handlers = {}
    end

    # @param names [Array<String>] of events, such as `message.created`
    # @yield [Event, String] the event and the id of the delivery
    # @return [WebhookRouter] itself
    # @raise [ConfigurationError] for a second handler of an event
    def on(*names, &handler)
      raise ConfigurationError, "A handler is given as a block." unless handler

      names.each do |name|
        raise ConfigurationError, "#{name} has a handler already." if @handlers.key?(name.to_s)

        @handlers[name.to_s] = handler
      end
      self
    end

    # @param body [String] as it was received
    # @param headers [Hash, #each] of the request
    # @param now [Time, Numeric]
    # @return [Delivery]
    # @raise [WebhookVerificationError]
    def handle(body, headers, now: Time.now)
      verified = Webhooks.verified(body, headers, @secret, tolerance: @tolerance, now: now)
      id = verified.id
      event = verified.event
      return Delivery.new(id: id, event: event, outcome: :seen) if id && @seen&.call(id)

      name = event["event"]
      handler = @handlers[name] || @fallback
      value = guarded(id) { give(handler, event, id) }
      Delivery.new(id: id, event: event, outcome: @handlers.key?(name) ? :handled : :fallback, value: value)
    end

    private

    # A lambda may take the event alone.
    def give(handler, event, id)
      handler.respond_to?(:arity) && handler.arity == 1 ? handler.call(event) : handler.call(event, id)
    end

    def guarded(id)
      done = false
      value = yield
      done = true
      value
    ensure
      @forget&.call(id) if id && !done
    end
  end
end
