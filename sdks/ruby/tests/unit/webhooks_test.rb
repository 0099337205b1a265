# frozen_string_literal: true

# Verification: vectors, hostile input, every event, and Rack.
class WebhooksTest < Minitest::Test
  VECTORS = File.expand_path("../../../../src/generators/verify-webhook/vectors.json", __dir__)
  SECRET = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="

  def body_of(vector)
    vector.key?("parsed") ? vector["parsed"] : vector["body_base64"].unpack1("m0")
  end

  def test_every_vector
    vectors = JSON.parse(File.read(VECTORS, encoding: "UTF-8"))
    vectors["signature"].each do |vector|
      given = Orbinto::Webhooks.valid_signature?(body_of(vector), vector["signature"], vector["secret"])
      assert_equal vector["valid"], given, vector["name"]
    end
    vectors["standard"].each do |vector|
      given = Orbinto::Webhooks.valid_standard_signature?(
        body_of(vector), vector["id"], vector["timestamp"], vector["signature"], vector["secret"], now: vector["now"]
      )
      assert_equal vector["valid"], given, vector["name"]
    end
  end

  # Values that break what is written for texts alone.
  def odd(random)
    texts = ["", " ", "v1,", "v1,a v1,b", "\xff\xfe", "é", "whsec_", "whsec_é", SECRET, SECRET.encode("UTF-16LE"), SECRET.b, "1770806122",
             "-1", "9" * 400, "\0", "{}", "[]", "nul", '{"event":1}', random.bytes(random.rand(40))]
    others = [nil, 0, -1, 1.5, Float::NAN, true, [], {}, :sym, [nil], ["a"], Object.new, { "a" => 1 }, 1..2]
    random.rand < 0.75 ? texts.sample(random: random) : others.sample(random: random)
  end

  def test_ten_thousand_hostile_inputs_raise_nothing_but_typed_errors
    random = Random.new(20_260_211)
    names = ["webhook-id", "Webhook-Timestamp", "HTTP_WEBHOOK_SIGNATURE", :webhook_signature, "X-Orbinto-Signature", "\xff", nil, 7]
    believed = 10_000.times.count do
      headers = random.rand < 0.05 ? odd(random) : names.to_h { |name| [name, odd(random)] }
      secret = random.rand < 0.5 ? SECRET : odd(random)
      Orbinto::Webhooks.unwrap(odd(random), headers, secret, now: random.rand < 0.9 ? 1_770_806_122 : odd(random))
      Orbinto::Webhooks.valid_signature?(odd(random), odd(random), odd(random))
    rescue Orbinto::WebhookVerificationError, Orbinto::ConfigurationError
      false
    end
    assert_equal 0, believed
    1000.times do
      refute Orbinto::Webhooks.valid_signature?(odd(random), odd(random), odd(random))
      refute Orbinto::Webhooks.valid_standard_signature?(odd(random), odd(random), odd(random), odd(random), odd(random), now: odd(random))
    end
  end

  def test_every_event_is_built_and_unwrapped
    Orbinto::Events::ALL.each do |name|
      built = Orbinto::Events.build(name, secret: SECRET)
      event = Orbinto::Webhooks.unwrap(built.body, built.headers, SECRET)
      assert_equal [name, built.event], [event.event, event]
      assert_equal "#{name.split(/[._]/).map(&:capitalize).join}Event", event.class.name.split("::").last
    end
    assert_equal 12, Orbinto::Events::ALL.size
  end

  def test_rack
    events = []
    router = Orbinto::WebhookRouter.new(secret: SECRET, fallback: ->(event, id) { events << [event.event, id] })
    built = Orbinto::Events.build("contact.created", secret: SECRET, id: "evt_1")
    assert_equal [204, {}, []], router.call(built.env)
    assert_equal [405, 400, 413], [
      router.call("REQUEST_METHOD" => "GET"),
      router.call(built.env.merge("rack.input" => StringIO.new("{}"))),
      router.call(built.env.merge("rack.input" => StringIO.new("a" * (Orbinto::RackApp::MOST + 1))))
    ].map(&:first)
    assert_equal 400, router.call("REQUEST_METHOD" => "POST").first
    assert_equal [["contact.created", "evt_1"]], events
  end

  def test_a_delivery_whose_handler_failed_comes_again
    seen = {}
    router = Orbinto::WebhookRouter.new(
      secret: SECRET, fallback: ->(_event) { raise "no" }, seen: ->(id) { seen.key?(id) || !(seen[id] = true) }, forget: ->(id) { seen.delete(id) }
    )
    built = Orbinto::Events.build("contact.created", secret: SECRET)
    2.times { assert_raises(RuntimeError) { router.call(built.env) } }
  end
end
