# frozen_string_literal: true

# Connections: used again, never after something broke off.
class TransportTest < Minitest::Test
  def setup
    @server = StubServer.new { |head| answer(head) }
    @client = Orbinto::Client.new(api_key: "sk_test_unit", base_url: @server.base_url, max_retries: 0)
  end

  def teardown
    @server.close
  end

  def answer(head)
    id = head[%r{/contacts/(\w+)}, 1]
    sleep 0.3 if id == "slow"
    StubServer.json(%({"id":"#{id}"}))
  end

  def test_twenty_threads_each_get_their_own_answers
    ids = Array.new(20) { |thread| Array.new(10) { |call| "t#{thread}c#{call}" } }
    got = ids.map { |own| Thread.new { own.map { |id| @client.contacts.get(id).id } } }.map(&:value)
    assert_equal ids, got
    assert_operator @server.connections, :<=, 20
  end

  def test_a_connection_is_used_again
    5.times { @client.contacts.get("a") }
    assert_equal 1, @server.connections
  end

  def test_what_breaks_off_a_call_takes_its_connection_along
    breaks = {
      "Timeout.timeout" => -> { assert_raises(Timeout::Error) { Timeout.timeout(0.1) { @client.contacts.get("slow") } } },
      "Thread#kill" => -> { Thread.new { @client.contacts.get("slow") }.tap { |thread| thread.join(0.1) }.kill.join },
      "Thread#raise" => lambda do
        thread = Thread.new { @client.contacts.get("slow") }
        thread.report_on_exception = false
        thread.join(0.1)
        thread.raise(ArgumentError, "away")
        assert_raises(ArgumentError) { thread.value }
      end,
      "throw" => -> { catch(:out) { throwing.contacts.get("a") } }
    }
    breaks.each do |name, break_off|
      break_off.call
      assert_equal "next", @client.contacts.get("next").id, name
    end
  end

  def throwing
    hooks = { after: ->(_event) { throw :out } }
    @client.with_options(hooks: hooks)
  end

  def test_a_forked_process_makes_connections_of_its_own
    @client.contacts.get("a")
    reader, writer = IO.pipe
    child = fork do
      writer.write(Array.new(5) { @client.contacts.get("child").id }.uniq.join)
      writer.close
      exit!(0)
    end
    writer.close
    own = Array.new(5) { @client.contacts.get("parent").id }.uniq
    Process.wait(child)
    assert_equal [["parent"], "child"], [own, reader.read]
    assert_equal 2, @server.connections
  end

  def test_a_transport_may_be_a_lambda
    seen = nil
    transport = lambda do |request|
      seen = request
      Orbinto::Transport::Response.new(status: 200, headers: {}, body: '{"id":"con_1"}')
    end
    client = Orbinto::Client.new(api_key: "sk_test_unit", transport: transport)
    assert_equal "con_1", client.contacts.create(email: "a@example.com", name: Orbinto::OMIT, phone: nil).id
    assert_equal ["POST", "https://api.orbinto.com/v1/contacts", '{"email":"a@example.com","phone":null}'],
                 [seen.http_method, seen.url.to_s, seen.body]
    refute_includes seen.inspect, "sk_test_unit"
  end

  def test_a_proxy_is_kept_to_and_its_password_is_not_shown
    proxy = @server.base_url.sub("http://", "http://user:p%40ss@").delete_suffix("/v1")
    transport = Orbinto::Transport::NetHTTP.new(proxy: proxy)
    client = @client.with_options(base_url: "http://api.example.test/v1", transport: transport)
    assert_equal "a", client.contacts.get("a").id
    head = @server.heads.last
    assert_match %r{\AGET http://api.example.test/v1/contacts/a HTTP}, head
    assert_equal "user:p@ss", head[/^proxy-authorization: Basic (\S+)/i, 1].unpack1("m0")
    refute_match(/p@ss|p%40ss/, transport.inspect)
  end

  def test_attributes_of_net_http_are_set
    transport = Orbinto::Transport::NetHTTP.new(options: { ca_file: "/nowhere.pem" })
    client = @client.with_options(base_url: @server.base_url.sub("http:", "https:"), transport: transport)
    error = assert_raises(Orbinto::ConnectionError) { client.contacts.get("a") }
    assert_match(/127\.0\.0\.1/, error.message)
    assert_empty @server.heads
  end

  def test_a_gzipped_answer_is_unpacked_and_a_broken_one_is_no_answer
    packed = Zlib.gzip('{"id":"packed"}')
    bodies = [packed, packed[0..-5]]
    server = StubServer.new { StubServer.json(bodies.shift, headers: "Content-Encoding: gzip\r\n") }
    client = @client.with_options(base_url: server.base_url)
    assert_equal "packed", client.contacts.get("a").id
    assert_raises(Orbinto::ConnectionError) { client.contacts.get("a") }
  ensure
    server.close
  end

  def test_headers_that_drip_end_in_time
    server = StubServer.new { nil }
    server.define_singleton_method(:serve) do |socket|
      socket.gets("\r\n\r\n")
      "HTTP/1.1 200 OK\r\nX-Long: #{"a" * 1000}".each_char { |char| socket.write(char) && sleep(0.05) }
    rescue SystemCallError
      nil
    end
    began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    client = @client.with_options(base_url: server.base_url, timeout: 0.3)
    assert_raises(Orbinto::TimeoutError) { client.contacts.get("a") }
    assert_operator Process.clock_gettime(Process::CLOCK_MONOTONIC) - began, :<, 1.5
  ensure
    server.close
  end
end
