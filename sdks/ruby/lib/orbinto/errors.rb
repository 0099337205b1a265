# frozen_string_literal: true

module Orbinto
  # The root of all errors of this library.
  class Error < StandardError
  end

  # Something is wrong before anything is sent: no key, an empty id, a body that cannot be JSON, a missing secret.
  class ConfigurationError < Error
  end

  # No connection, or it broke before the answer was whole. Says of a call that is not repeated that it may have run.
  class ConnectionError < Error
  end

  # A try, or all of them, took too long. The message says the limit in seconds.
  class TimeoutError < Error
  end

  # A delivery that cannot be believed: the signature is wrong, a header is missing, it is too old, or its body was parsed.
  class WebhookVerificationError < Error
  end

  # A success that is not JSON, or a list whose cursor does not move.
  class InvalidResponseError < Error
    # @return [Integer] the status of the answer
    attr_reader :status
    # @return [Hash{String => String}] names in lower case
    attr_reader :headers
    # @return [String, nil]
    attr_reader :request_id

    # @param message [String]
    # @param response [Transport::Response]
    def initialize(message, response)
      @status = response.status
      @headers = response.headers
      @request_id = response.headers[Defaults::HEADER_REQUEST_ID]
      super(message)
    end
  end
end
