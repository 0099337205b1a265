# frozen_string_literal: true

module Orbinto
  # An answer that is no success. Itself for statuses that have no class of their own.
  class APIError < Error
    # @return [Integer] the HTTP status
    attr_reader :status
    # @return [String, nil] one of Orbinto::ErrorCode, or one that is newer than this version
    attr_reader :code
    # @return [String, nil] the parameter or field that is wrong
    attr_reader :param
    # @return [String, nil] what the support asks for
    attr_reader :request_id
    # @return [String, nil] where the code is explained
    attr_reader :doc_url
    # @return [Hash{String => String}] of the answer, names in lower case
    attr_reader :headers
    # @return [RateLimit, nil] what the answer tells of the limit
    attr_reader :rate_limit
    # @return [Integer, Float, nil] seconds to wait, where the answer tells them
    attr_reader :retry_after
    # @return [Object, nil] the parsed body, nil where it is no JSON
    attr_reader :body

    # The error of an answer, in the class of its status.
    # @param response [Transport::Response]
    # @param secrets [Array<String>] what must not be shown, should the answer repeat it
    def self.from(response, secrets: [])
      other = response.status >= 500 ? :ServerError : :APIError
      klass = Orbinto.const_get(Defaults::STATUS_CLASSES.fetch(response.status, other))
      klass.new(response, details: details_of(response), secrets: secrets)
    end

    def self.details_of(response)
      body = response.json
      error = body.is_a?(Hash) ? body["error"] : nil
      error.is_a?(Hash) ? error : {}
    end
    private_class_method :details_of

    # @api private
    def initialize(response, details: {}, secrets: [])
      @status = response.status
      @headers = response.headers
      @body = response.json
      @code, @param = details.values_at("code", "param").map { |value| value.is_a?(String) ? value : nil }
      @request_id = text(details["request_id"]) || headers[Defaults::HEADER_REQUEST_ID]
      @doc_url = @code && Defaults::ERROR_DOC_URL.sub("{code}") { Serializer.component(@code) }
      @rate_limit = RateLimit.from(headers)
      @retry_after = RetryPolicy.seconds_of(headers[Defaults::HEADER_RETRY_AFTER])
      super(without(secrets, message_of(text(details["message"]))))
    end

    private

    def text(value)
      value.is_a?(String) ? value : nil
    end

    def message_of(message)
      message ||= default_message
      facts = { "param" => param, "request" => request_id, "see" => doc_url }.compact.map { |name, value| "#{name} #{value}" }
      "#{message} (#{["#{status} #{code}".strip, *facts].join(", ")})"
    end

    def default_message
      return "The answer is a redirect, which is not followed." if (300..399).cover?(status)

      type = headers["content-type"]
      "The API answered #{status}#{type ? " with #{type}" : ""}, without telling why."
    end

    def without(secrets, message)
      secrets.reduce(message) { |text, secret| secret.to_s.empty? ? text : text.gsub(secret, "[hidden]") }
    end
  end

  # 400: malformed JSON or a query parameter that is wrong.
  class BadRequestError < APIError; end
  # 401: no key, or one that is not valid.
  class AuthenticationError < APIError; end
  # 403: the key may not do that.
  class PermissionDeniedError < APIError; end
  # 404: no such record.
  class NotFoundError < APIError; end
  # 409: it exists already, or its state does not allow that.
  class ConflictError < APIError; end
  # 413: the body is too large.
  class PayloadTooLargeError < APIError; end
  # 415: the body is not declared as JSON.
  class UnsupportedMediaTypeError < APIError; end
  # 422: a field is wrong; `param` names it.
  class UnprocessableEntityError < APIError; end
  # 429: too many requests; `retry_after` tells the seconds to wait.
  class RateLimitError < APIError; end
  # 5xx: something went wrong on the other side.
  class ServerError < APIError; end

  # An answer of the token endpoint; `code` is its `error`, such as `invalid_grant`.
  class OAuthError < APIError
    # @api private
    def self.from(response, secrets: [])
      body = response.json
      body = {} unless body.is_a?(Hash)
      new(response, details: { "code" => body["error"], "message" => body["error_description"] }, secrets: secrets)
    end
  end
end
