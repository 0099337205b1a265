# frozen_string_literal: true

module Orbinto
  # Warns once an operation and process where the API says that it will end.
  # @api private
  module Deprecations
    @told = {}
    @lock = Mutex.new

    module_function

    # @param name [String] the operation
    # @param headers [Hash{String => String}] of the answer
    def look(name, headers)
      return unless headers.key?("deprecation") || headers.key?("sunset")
      return unless @lock.synchronize { @told.key?(name) ? false : (@told[name] = true) }

      since, ends = headers.values_at("deprecation", "sunset").map { |text| date(text) }
      told = "#{since && " since #{since}"}#{ends && ", and ends on #{ends}"}"
      warn "orbinto: #{name} is deprecated#{told}. See #{Defaults::SITE_URL}/changelog/"
    end

    # `@1767225600` (RFC 9745), an HTTP date, or something older such as `true`.
    def date(text)
      seconds = text.to_s[/\A@(\d{1,11})\z/, 1]
      (seconds ? Time.at(seconds.to_i).utc : Time.httpdate(text.to_s)).strftime("%Y-%m-%d")
    rescue ArgumentError
      nil
    end
  end
end
