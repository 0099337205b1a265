# frozen_string_literal: true

module Orbinto
  # Believes a delivery or refuses it.
  #
  #   event = Orbinto::Webhooks.unwrap(request.raw_post, request.headers, ENV["ORBINTO_WEBHOOK_SECRET"])
  #   event.event # "message.created"
  module Webhooks
    RAW = "Verification needs the raw body, as it was received: a parsed one has lost the bytes that were signed."
    private_constant :RAW

    # What was believed: the event, and the id of the delivery where a signature covers it.
    # @api private
    Verified = Struct.new(:id, :event)

    module_function

    # The event of a delivery whose signature is right.
    #
    # @param body [String] as it was received: `request.raw_post`, `request.body.read`; not parsed
    # @param headers [Hash, #each] of the request, in any case; a Rack env and Rails' `request.headers` will do
    # @param secret [String, Array<String>] the webhook's secret; several while it is rotated
    # @param tolerance [Numeric] seconds that the delivery's time may be off
    # @param now [Time, Numeric] Unix seconds
    # @return [Event] of the class of its event
    # @raise [WebhookVerificationError] for a delivery that cannot be believed
    # @raise [ConfigurationError] without a secret that can be one
    def unwrap(body, headers, secret, tolerance: Defaults::WEBHOOK_TOLERANCE, now: Time.now)
      verified(body, headers, secret, tolerance: tolerance, now: now).event
    end

    # Whether `X-Orbinto-Signature` is the signature of the body. Never raises.
    # @return [Boolean]
    def valid_signature?(body, signature, secret)
      Signatures.plain?(body, signature, secret)
    end

    # Whether a delivery's `webhook-…` headers are right and fresh. Never raises.
    # @return [Boolean]
    def valid_standard_signature?(body, id, timestamp, signature, secret, now: Time.now, tolerance: Defaults::WEBHOOK_TOLERANCE)
      time?(now) && tolerance.is_a?(Numeric) && Signatures.fresh?(timestamp, now.to_f, tolerance) &&
        Signatures.standard?(body, id, timestamp, signature, secret)
    end

    # @api private
    def verified(body, headers, secret, tolerance:, now:)
      secrets = checked_secrets(secret)
      raise ConfigurationError, "now must be a Time or Unix seconds, tolerance seconds." unless time?(now) && tolerance.is_a?(Numeric)
      raise WebhookVerificationError, "The body is a #{body.class}. #{RAW}" unless body.is_a?(String)

      found = named(headers)
      standard = !found["webhook-signature"].nil?
      standard ? check_standard(body, found, secrets, now.to_f, tolerance) : check_plain(body, found, secrets)
      Verified.new(standard ? found["webhook-id"] : nil, parsed(body))
    end

    # @api private
    def time?(now)
      now.is_a?(Time) || (now.is_a?(Numeric) && now.real?)
    end

    # @api private
    def checked_secrets(secret)
      secrets = secret.is_a?(Array) ? secret : [secret]
      return secrets if secrets.any? && secrets.all? { |one| Signatures.secret?(one) }

      raise ConfigurationError, "The webhook's secret is missing, or is none: it begins with whsec_ and came with the new webhook."
    end

    # The four headers, whatever the writing of their names: Webhook-Id, webhook_id, HTTP_WEBHOOK_ID.
    # @api private
    def named(headers)
      return {} unless headers.respond_to?(:each)

      found = {}
      headers.each do |name, value|
        plain = name.to_s.b.downcase.delete_prefix("http_").tr("_", "-")
        value = value.first if value.is_a?(Array)
        found[plain] = value if Defaults::HEADERS_WEBHOOK.include?(plain) && !value.nil?
      end
      found
    end

    # @api private
    def check_standard(body, found, secrets, now, tolerance)
      id, timestamp, signature = found.values_at("webhook-id", "webhook-timestamp", "webhook-signature")
      raise WebhookVerificationError, "The header webhook-id or webhook-timestamp is missing." if id.nil? || timestamp.nil?

      signed = secrets.count { |secret| Signatures.standard?(body, id, timestamp, signature, secret) }.positive?
      raise WebhookVerificationError, "No signature in webhook-signature is one of this body with this secret." unless signed
      return if Signatures.fresh?(timestamp, now, tolerance)

      raise WebhookVerificationError, "The webhook-timestamp is more than #{tolerance} s off: an old delivery, or a wrong clock."
    end

    # @api private
    def check_plain(body, found, secrets)
      signature = found["x-orbinto-signature"]
      raise WebhookVerificationError, "Neither webhook-signature nor X-Orbinto-Signature is among the headers." if signature.nil?
      return if secrets.count { |secret| Signatures.plain?(body, signature, secret) }.positive?

      raise WebhookVerificationError, "The signature in X-Orbinto-Signature is not that of this body with this secret."
    end

    # @api private
    def parsed(body)
      values = Transport::Response.new(status: 200, headers: {}, body: body).json
      raise WebhookVerificationError, "The body is signed, but it is no event." unless values.is_a?(Hash)

      Event.cast(values)
    end
  end
end
