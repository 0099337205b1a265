require "net/http"

def ask(uri, request, attempts: 5)
  response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|
    http.request(request)
  end
  return response if response.code != "429" || attempts == 1

  sleep(Integer(response["Retry-After"] || 1) + rand * 0.25)
  ask(uri, request, attempts: attempts - 1)
end
