# frozen_string_literal: true

module Orbinto
  # Sends a call until it succeeds or must be given up.
  # @api private
  class Executor
    include Hidden

    # @param call [Call]
    # @return [Transport::Response] a success
    def self.run(call)
      new(call).run
    end

    def initialize(call)
      @call = call
      @configuration = call.configuration
      @observer = Observer.new(@configuration)
      @end = now + @configuration.total_timeout
      @try = 0
      @renewed = false
    end

    def run
      loop do
        response = try
        return accept(response) if response
      end
    rescue Error => e
      @observer.error(@call, @try, e)
      raise
    end

    private

    # @return [Transport::Response, nil] nil: again
    def try
      # What goes wrong with a renewal is told as it is: a refresh token may be used once.
      credential = @configuration.credential
      @try += 1
      response = attempt(credential)
      return response if response.nil? || response.success?

      error = @call.answers_with_error(response, credential)
      pause(error) unless renewed?(credential, error)
      nil
    end

    def attempt(credential)
      observed(credential)
    rescue ConnectionError, TimeoutError => e
      pause(e)
    end

    def observed(credential)
      @observer.before(@call, @try)
      began = now
      response = Attempt.run(@call, credential, [@end - began, 0.001].max)
      @observer.after(@call, @try, response, now - began)
      Deprecations.look(@call.name, response.headers)
      response
    end

    # A token that is refused is renewed once; the refused call has not run.
    def renewed?(credential, error)
      return false if @renewed || error.status != 401 || error.code != "invalid_access_token" || !@configuration.renewable?

      @configuration.oauth.renew(credential)
      @try -= 1
      @renewed = true
    end

    def pause(error)
      wait = RetryPolicy.wait(@call, @try, error)
      raise error if wait.nil? || now + wait > @end

      @observer.retry(@call, @try, wait, error)
      @configuration.sleep.call(wait)
      nil
    end

    def accept(response)
      return response if response.status == 204 || @call.http_method == "HEAD" || (response.body.to_s.empty? && @call.result.nil?)

      type = response.headers["content-type"]
      return response if response.json? && (type.nil? || type.downcase.include?("json"))

      told = "#{@call.shown} answered #{response.status} with what is no JSON (#{type || "no content type"})."
      raise InvalidResponseError.new(told, response)
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
