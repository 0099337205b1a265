# frozen_string_literal: true

require "timeout"

module Orbinto
  # One try: sends, and says in this library's errors what went wrong on the way.
  # @api private
  module Attempt
    NOT_SENT = [Errno::ECONNREFUSED, Errno::EHOSTUNREACH, Errno::ENETUNREACH, SocketError, Net::OpenTimeout].freeze
    BROKEN = [SystemCallError, IOError, SocketError, OpenSSL::SSL::SSLError, Net::ProtocolError, Net::HTTPBadResponse,
              Net::HTTPHeaderSyntaxError, Zlib::Error].freeze

    module_function

    # @param left [Float] seconds until the end of all tries
    # @return [Transport::Response]
    # @raise [ConnectionError, TimeoutError]
    def run(call, credential, left)
      limit = [call.configuration.timeout, left].min
      request = Transport::Request.new(
        http_method: call.http_method, url: call.url, headers: call.headers(credential), body: call.body, timeout: limit
      )
      # net/http limits each read; the whole has an end by this alone.
      Transport::Response.of(Timeout.timeout(limit) { call.configuration.transport.call(request) })
    rescue Timeout::Error => e
      raise TimeoutError, timed_out(call, left, e)
    rescue *BROKEN => e
      raise ConnectionError, "#{call.shown} failed: #{e.message.to_s.scrub[0, 300]}.#{consequence(call, e)}"
    end

    def timed_out(call, left, error)
      whole = left < call.configuration.timeout
      seconds = whole ? call.configuration.total_timeout : call.configuration.timeout
      "#{call.shown} had no whole answer within #{seconds} s#{whole ? " in all" : ""}.#{consequence(call, error)}"
    end

    def consequence(call, error)
      return "" if call.repeatable?

      NOT_SENT.any? { |klass| error.is_a?(klass) } ? " It has not been sent." : " It may have run: it is not sent again."
    end
  end
end
