# frozen_string_literal: true

module Orbinto
  # Connections that wait for the next call. None is ever used by two calls at once.
  # @api private
  class ConnectionPool
    include Hidden

    # More than so many are closed.
    MOST = 32

    def initialize
      @lock = Mutex.new
      @idle = Hash.new { |idle, key| idle[key] = [] }
      @process = Process.pid
    end

    # @param key [String] the origin
    # @return [Net::HTTP, nil]
    def take(key)
      @lock.synchronize do
        forget_parents
        @idle[key].pop
      end
    end

    # @param connection [Net::HTTP] whose answer was read to its end
    def give(key, connection)
      kept = @lock.synchronize do
        forget_parents
        @idle[key].size < MOST && @idle[key].push(connection)
      end
      self.class.close(connection) unless kept
    end

    # Closes what waits. The pool can be used on.
    def clear
      all = @lock.synchronize { @idle.values.flatten.tap { @idle.clear } }
      all.each { |connection| self.class.close(connection) }
    end

    def self.close(connection)
      connection.finish if connection.started?
    rescue IOError, SystemCallError, OpenSSL::SSL::SSLError
      nil # It is closed already.
    end

    private

    # After a fork, parent and child share sockets: only the parent may use them.
    def forget_parents
      return if @process == Process.pid

      @idle.clear
      @process = Process.pid
    end
  end
end
