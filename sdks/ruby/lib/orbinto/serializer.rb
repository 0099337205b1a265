# frozen_string_literal: true

module Orbinto
  # Writes what is sent: parts of paths, queries, JSON.
  # @api private
  module Serializer
    # The API takes 100 levels; deeper is a circle or refused anyway.
    DEEPEST = 200

    module_function

    # Percent-encoded as one part of an address.
    def component(text)
      utf8(text.to_s).b.gsub(/[^A-Za-z0-9\-._~]/n) { |byte| format("%%%02X", byte.ord) }.force_encoding(Encoding::US_ASCII)
    end

    # @param values [Hash{String => Object}] nil and OMIT are left out, a list is repeated
    # @return [String] '' where nothing is left
    def query(values)
      pairs = values.flat_map { |name, value| (value.is_a?(Array) ? value : [value]).map { |one| [name, one] } }
      kept = pairs.reject { |_, value| value.nil? || OMIT.equal?(value) }
      kept.map { |name, value| "#{component(name)}=#{component(scalar(value))}" }.join("&")
    end

    # @raise [ConfigurationError] for what cannot be JSON
    def json(value)
      JSON.generate(jsonable(value, "the body", 0), max_nesting: DEEPEST + 10)
    rescue JSON::JSONError, EncodingError => e
      raise ConfigurationError, "The body cannot be written as JSON: #{e.class.name}."
    end

    def form(values)
      values.compact.map { |name, value| "#{component(name)}=#{component(value)}" }.join("&")
    end

    def jsonable(value, place, depth)
      raise ConfigurationError, "The body cannot be written as JSON: it is nested too deeply, or holds itself." if depth > DEEPEST

      case value
      when nil, true, false, Integer then value
      when String, Symbol then utf8(value.to_s)
      when Float then value.finite? ? value : refuse(value, place)
      when Model then jsonable(value.to_h, place, depth)
      when Hash then object(value, place, depth)
      when Array then value.each_with_index.map { |member, index| jsonable(member, "#{place}[#{index}]", depth + 1) }
      else other(value, place)
      end
    end

    def object(hash, place, depth)
      kept = hash.reject { |_, member| OMIT.equal?(member) }
      kept.to_h { |name, member| [utf8(name.to_s), jsonable(member, "#{place}.#{name}", depth + 1)] }
    end

    # Times of all kinds; ActiveSupport's, too.
    def other(value, place)
      value.respond_to?(:iso8601) ? value.iso8601 : refuse(value, place)
    end

    def scalar(value)
      value.respond_to?(:iso8601) ? value.iso8601 : value
    end

    def refuse(value, place)
      told = value.is_a?(Float) ? "a Float that is no number" : "a #{value.class}"
      raise ConfigurationError, "The body cannot be written as JSON: #{place[0, 80]} is #{told}."
    end

    def utf8(text)
      copy = text.encoding == Encoding::BINARY ? text.dup.force_encoding(Encoding::UTF_8) : text.encode(Encoding::UTF_8)
      return copy if copy.valid_encoding?

      raise ConfigurationError, "A text is not UTF-8, and cannot be sent as JSON or in an address."
    rescue EncodingError
      raise ConfigurationError, "A text cannot be told in UTF-8, and cannot be sent as JSON or in an address."
    end
  end
end
