# frozen_string_literal: true

# Records: what they give, and what they never do.
class ModelTest < Minitest::Test
  STEP = { "id" => "a", "type" => "condition", "then" => "b", "else" => "c", "future" => [{ "deep" => 1 }] }.freeze

  def test_fields_are_read_in_every_way
    step = Orbinto::Models::Step.cast(STEP)
    assert_instance_of Orbinto::Models::ConditionStep, step
    assert_kind_of Orbinto::Models::Step, step
    assert_equal %w[b c c], [step["then"], step[:else], step.else]
    assert_equal 1, step.future.first.deep
    assert_equal STEP, step.to_h
    assert_nil step.operator
    assert_raises(NoMethodError) { step.unheard_of }
    assert_equal "c", (step in { else: String => other }) ? other : nil
  end

  def test_a_form_that_is_not_known_yet_is_one_of_its_union
    message = Orbinto::Models::Message.cast("type" => "hologram", "beam" => { "colour" => "green" })
    assert_kind_of Orbinto::Models::Message, message
    assert_equal "green", message.dig(:beam, :colour)
  end

  def test_null_is_not_absent
    contact = Orbinto::Models::Contact.cast("phone" => nil)
    assert_equal [nil, nil, true, false], [contact.phone, contact.name, contact.key?(:phone), contact.key?(:name)]
  end

  def test_odd_values_do_not_make_reading_fail
    fields = Orbinto::Models::Conversation.fields.keys
    [nil, 1, "text", [], {}, [[{}]], { "a" => [] }].each do |odd|
      record = Orbinto::Models::Conversation.cast(fields.to_h { |name| [name, odd] })
      fields.each { |name| record.public_send(name) }
      assert_nil record.time(:created_at)
      assert_equal record, Orbinto::Models::Conversation.cast(record.to_h)
    end
  end

  def test_what_a_copy_is_changed_by_stays_with_the_copy
    contact = Orbinto::Models::Contact.cast("tags" => ["a"], "name" => "Jane")
    contact.to_h["tags"] << "b"
    contact.to_h["name"] << "!"
    assert_equal [["a"], "Jane"], [contact.tags, contact.name]
  end

  def test_no_secret_is_shown
    client = Orbinto::Client.new(api_key: "sk_test_hidden")
    oauth = Orbinto::OAuth.new(client_id: "a", client_secret: "sk_test_hidden")
    session = oauth.session(access_token: "sk_test_hidden", refresh_token: "sk_test_hidden")
    router = Orbinto::WebhookRouter.new(secret: "whsec_c2tfdGVzdF9oaWRkZW4=", fallback: -> {})
    webhook = Orbinto::Models::WebhookCreated.cast("id" => "wh_1", "secret" => "sk_test_hidden")
    shown = [client, client.contacts, client.contacts.list, oauth, session, router, webhook].map(&:inspect).join
    refute_match(/hidden(?!\])|c2tf/, shown)
    assert_includes webhook.inspect, 'id="wh_1"'
    error = assert_raises(NoMethodError) { client.contacts.no_such_call }
    refute_includes error.message, "sk_test_hidden"
  end

  def test_what_is_sent_is_json_of_the_api
    sent = Orbinto::Serializer.json("at" => Time.utc(2026, 1, 2), symbol: :open, text: "größe".encode("UTF-16LE"), left: Orbinto::OMIT)
    assert_equal '{"at":"2026-01-02T00:00:00Z","symbol":"open","text":"größe"}', sent
    circle = []
    circle << circle
    [Float::NAN, "\xff", "\xff".b, circle, Object.new, { a: 1i }].each do |bad|
      assert_raises(Orbinto::ConfigurationError, bad.class.name) { Orbinto::Serializer.json("a" => bad) }
    end
  end
end
