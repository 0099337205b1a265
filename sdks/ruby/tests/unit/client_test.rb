# frozen_string_literal: true

# What a client takes, and lists.
class ClientTest < Minitest::Test
  Answer = Struct.new(:status, :headers, :body)

  def setup
    @seen = []
    @answers = []
    transport = lambda do |request|
      @seen << request
      Answer.new(200, { "Content-Type" => "application/json", "X-Request-Id" => "req_1" }, JSON.generate(@answers.shift || { id: "a" }))
    end
    @client = Orbinto::Client.new(api_key: "sk_test_unit", transport: transport)
  end

  def test_a_call_takes_what_this_version_does_not_know
    @client.contacts.create(email: "a@example.com", request_options: { extra_body: { mood: "good" }, extra_query: { "dry" => true } })
    assert_equal [{ "email" => "a@example.com", "mood" => "good" }, "dry=true"], [JSON.parse(@seen.last.body), @seen.last.url.query]
  end

  def test_what_cannot_be_is_told_before_anything_is_sent
    wrong = [
      -> { @client.contacts.get("a", request_options: { time_out: 5 }) },
      -> { @client.contacts.get("a", request_options: { timeout: -1 }) },
      -> { @client.contacts.get("a", request_options: { headers: { "Authorization" => "Bearer b" } }) },
      -> { @client.contacts.get(nil) }, -> { @client.contacts.get("\xff") },
      -> { @client.request("GET", "/a/%2e%2e/b") }, -> { @client.request("GET\r\n", "/a") }, -> { @client.request("GET", "/a b") },
      -> { Orbinto::Client.new(api_key: "sk_test_unit".encode("UTF-16LE")) }, -> { Orbinto::Client.new(api_key: 7) },
      -> { Orbinto::Client.new(api_key: "k", base_url: "https://a:b@example.com") },
      -> { Orbinto::Client.new(api_key: "k", hooks: { later: -> {} }) }, -> { Orbinto::Client.new(api_key: "k", transport: 7) },
      -> { Orbinto::Client.new(api_key: "k", max_retries: 1.5) }, -> { Orbinto::Events.build("moon.landed", secret: "whsec_AAAA") }
    ]
    wrong.each { |call| assert_raises(Orbinto::ConfigurationError, call.source_location.inspect, &call) }
    assert_raises(ArgumentError) { @client.contacts.create(email: "a@example.com", mail: "b") }
    assert_empty @seen
  end

  def page(ids, **pagination)
    { data: ids.map { |id| { id: id } }, pagination: pagination }
  end

  def test_a_list_is_lazy_in_every_way
    pages = [page(%w[a b], limit: 2, next_cursor: "b", has_more: true), page(%w[c d], limit: 2, next_cursor: nil, has_more: false)]
    list = @client.contacts.list(limit: 2)
    assert_empty @seen
    @answers = pages.dup
    items = list.each
    assert_equal %w[a b], [items.next.id, items.next.id]
    assert_equal 1, @seen.size
    @answers = pages.dup
    assert_equal %w[d], list.lazy.map(&:id).reject { |id| id < "d" }.to_a
    @answers = pages.dup
    assert_equal "b", list.pages.first.next_cursor
  end

  def test_a_page_that_comes_twice_ends_the_list
    2.times { @answers << page(%w[a], page: 1, per_page: 1, total: 9, has_more: true) }
    assert_raises(Orbinto::InvalidResponseError) { @client.contacts.list(per_page: 1).to_a }
    assert_equal 2, @seen.size
  end

  def test_a_list_whose_answer_is_none
    @answers << { data: nil, pagination: 7 }
    assert_empty @client.contacts.list.to_a
    @answers << [1]
    assert_raises(Orbinto::InvalidResponseError) { @client.contacts.list.to_a }
  end

  def test_a_renewal_that_breaks_is_told_and_not_repeated
    tries = 0
    transport = ->(_request) { (tries += 1) && raise(Errno::ECONNRESET) }
    session = Orbinto::OAuth.new(client_id: "a", transport: transport).session(access_token: "a", refresh_token: "b", expires_at: 1)
    assert_raises(Orbinto::ConnectionError) { Orbinto::Client.new(oauth: session).contacts.get("a") }
    assert_equal 1, tries
  end
end
