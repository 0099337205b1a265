# frozen_string_literal: true

require "uri"

module Orbinto
  # What is looked at before anything is sent. No message holds a key.
  # @api private
  module Checks
    # Set by the transport, or by the client from what it was given.
    OWN_HEADERS = %w[authorization host content-length transfer-encoding connection].freeze

    HEADER_NAME = /\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+\z/n.freeze

    module_function

    def api_key(key)
      raise ConfigurationError, "No API key: give api_key:, or set ORBINTO_API_KEY." if key.nil? || key == ""
      return key.dup.force_encoding(Encoding::US_ASCII).freeze if key.is_a?(String) && key.b.match?(/\A[\x21-\x7e]+\z/n)

      raise ConfigurationError, "The API key cannot be sent: it has characters that a key never has, such as a line end."
    end

    # @return [URI::HTTP] without a slash at its end
    def base_url(url)
      url = url.to_s if url.is_a?(URI::Generic)
      uri = url.is_a?(String) && url.b.match?(/\A[\x21-\x7e]+\z/n) ? URI.parse(url) : nil
      raise URI::InvalidURIError unless uri.is_a?(URI::HTTP) && !uri.host.to_s.empty?
      if uri.userinfo || uri.query || uri.fragment
        raise ConfigurationError, "The base URL must not hold a user, a query or a fragment."
      end

      uri.path = uri.path.sub(%r{/+\z}, "")
      uri.freeze
    rescue URI::InvalidURIError
      raise ConfigurationError, "The base URL must be an address that begins with https:// (or http:// for the sandbox)."
    end

    def headers(headers)
      raise ConfigurationError, "Headers are given as a Hash." unless headers.respond_to?(:to_h)

      headers.to_h.to_h { |name, value| header(name.to_s, value.to_s) }
    end

    def header(name, value)
      raise ConfigurationError, "This is no name of a header: #{name.inspect[0, 80]}." unless name.b.match?(HEADER_NAME)
      raise ConfigurationError, "The header #{name} is set by the library." if OWN_HEADERS.include?(name.downcase)
      raise ConfigurationError, "The header #{name} has a value that cannot be sent." if value.b.match?(/[^\t\x20-\x7e\x80-\xff]/n)

      [name.downcase, value]
    end

    def seconds(name, value)
      return value if value.is_a?(Numeric) && value.real? && value.to_f.finite? && value.positive?

      raise ConfigurationError, "#{name} must be a number of seconds above 0."
    end

    def count(name, value)
      return value if value.is_a?(Integer) && value >= 0

      raise ConfigurationError, "#{name} must be a whole number, 0 or more."
    end

    # One part of a path: anything that is no step to another one.
    def id(name, value)
      text = value.to_s
      if text.empty? || text == "." || text == ".." || !(value.is_a?(String) || value.is_a?(Symbol) || value.is_a?(Integer))
        raise ConfigurationError, "The id given as #{name} is empty or no id: #{value.inspect[0, 40]}."
      end

      Serializer.component(text)
    end

    # A path relative to the base URL, for calls of any path.
    def path(path)
      text = path.to_s
      parts = text.split("?", 2).first.to_s.split("/", -1)
      wrong = !text.b.match?(/\A[\x21-\x7e]+\z/n) || text.match?(%r{\A//|\A[a-z][a-z0-9+.-]*:|[\\#]}i)
      if wrong || parts.any? { |part| part.match?(/\A(?:\.|%2e){1,2}\z/i) }
        raise ConfigurationError, "A path is relative to the base URL, such as /contacts: #{text.inspect[0, 80]}."
      end

      text.start_with?("/") ? text : "/#{text}"
    end
  end
end
