# frozen_string_literal: true

module Orbinto
  # What may be given for one call, as `request_options:`.
  # @api private
  class CallOptions
    include Hidden

    NAMES = %i[timeout total_timeout max_retries retry_unsafe headers api_key extra_query extra_body].freeze

    attr_reader :headers, :extra_query, :extra_body

    def initialize(options)
      raise ConfigurationError, "request_options is given as a Hash." unless options.respond_to?(:to_hash)

      @given = options.to_hash.transform_keys(&:to_sym)
      unknown = @given.keys - NAMES
      raise ConfigurationError, "No such option of a call: #{unknown.first}. There are #{NAMES.join(", ")}." if unknown.any?

      @headers = Checks.headers(@given[:headers] || {})
      @extra_query = (@given[:extra_query] || {}).transform_keys(&:to_s)
      @extra_body = @given[:extra_body]&.transform_keys(&:to_s)
    end

    # @return [Configuration] with what replaces it for this call
    def apply(configuration)
      replaced = @given.slice(:timeout, :total_timeout, :max_retries, :api_key).compact
      replaced.empty? ? configuration : configuration.with(**replaced)
    end

    def retry_unsafe?
      @given[:retry_unsafe] ? true : false
    end
  end
end
