package main

import (
	"math/rand"
	"net/http"
	"strconv"
	"time"
)

func ask(request *http.Request, attempts int) (*http.Response, error) {
	response, err := http.DefaultClient.Do(request)
	if err != nil || response.StatusCode != http.StatusTooManyRequests || attempts == 1 {
		return response, err
	}
	response.Body.Close()
	seconds, err := strconv.Atoi(response.Header.Get("Retry-After"))
	if err != nil {
		seconds = 1
	}
	time.Sleep(time.Duration(seconds)*time.Second + time.Duration(rand.Intn(250))*time.Millisecond)
	if request.GetBody != nil {
		if request.Body, err = request.GetBody(); err != nil {
			return nil, err
		}
	}
	return ask(request, attempts-1)
}
