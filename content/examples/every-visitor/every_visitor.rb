require "json"
require "net/http"

def every_visitor(api_key, &block)
  query = { limit: 100 }
  loop do
    uri = URI("https://api.orbinto.com/v1/visitors?#{URI.encode_www_form(query)}")
    response = Net::HTTP.get_response(uri, { "Authorization" => "Bearer #{api_key}" })
    raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)

    page = JSON.parse(response.body)
    page["data"].each(&block)
    query[:after] = page["pagination"]["next_cursor"]
    break if query[:after].nil?
  end
end
