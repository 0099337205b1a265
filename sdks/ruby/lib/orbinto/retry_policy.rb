# frozen_string_literal: true

module Orbinto
  # Whether a call is sent again, and after how many seconds.
  # @api private
  module RetryPolicy
    module_function

    # @param call [Call]
    # @param try [Integer] the number of the one that has failed, from 1
    # @return [Numeric, nil] seconds to wait; nil: not again
    def wait(call, try, error)
      return nil if try > call.configuration.max_retries || !again?(call, error)

      told = error.is_a?(APIError) ? error.retry_after : nil
      return backoff(try) if told.nil?

      told <= Defaults::LONGEST_RETRY_AFTER ? told : nil
    end

    def again?(call, error)
      case error
      when APIError
        Defaults::RETRIED_ALWAYS.include?(error.status) || (call.repeatable? && Defaults::RETRIED_IF_REPEATABLE.include?(error.status))
      when ConnectionError, TimeoutError then call.repeatable?
      else false
      end
    end

    def backoff(try)
      most = [Defaults::BACKOFF_FIRST * (Defaults::BACKOFF_FACTOR**(try - 1)), Defaults::BACKOFF_MOST].min
      most * (Defaults::JITTER_FROM + (rand * (1 - Defaults::JITTER_FROM)))
    end

    # @param text [String, nil] a number of seconds or a date
    # @return [Numeric, nil] nil for what is neither
    def seconds_of(text)
      text = text.to_s.strip
      return text.include?(".") ? text.to_f : text.to_i if text.match?(/\A\d{1,9}(?:\.\d{1,9})?\z/)

      [Time.httpdate(text) - Time.now, 0].max
    rescue ArgumentError
      nil
    end
  end
end
