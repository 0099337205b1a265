# frozen_string_literal: true

require "socket"

# Answers each connection's requests by a block: it is given the head of a request and gives the bytes of the answer, nil to stay silent.
class StubServer
  # Connections that were made, and heads of requests.
  attr_reader :connections, :heads

  def initialize(&answer)
    @server = TCPServer.new("127.0.0.1", 0)
    @answer = answer
    @connections = 0
    @heads = []
    @lock = Mutex.new
    @threads = [Thread.new { accept }]
  end

  def base_url
    "http://127.0.0.1:#{@server.addr[1]}/v1"
  end

  def close
    @server.close
    @threads.each(&:kill)
  end

  def self.json(body, status: 200, headers: "")
    "HTTP/1.1 #{status} Status\r\nContent-Type: application/json\r\n#{headers}Content-Length: #{body.bytesize}\r\n\r\n#{body}"
  end

  private

  def accept
    loop do
      socket = @server.accept
      @lock.synchronize { @connections += 1 }
      @threads << Thread.new { serve(socket) }
    end
  rescue IOError
    nil # closed
  end

  def serve(socket)
    while (head = socket.gets("\r\n\r\n"))
      socket.read(head[/^content-length: (\d+)/i, 1].to_i)
      @lock.synchronize { @heads << head }
      answer = @answer.call(head)
      answer ? socket.write(answer) : sleep
    end
  rescue SystemCallError, IOError
    nil # The client has left.
  ensure
    socket.close
  end
end
