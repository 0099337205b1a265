package main

import (
	"net/http"
)

func ask(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultClient.Do(request)
	return response, err
}
