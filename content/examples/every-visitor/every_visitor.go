package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// everyVisitor calls visit for each visitor until it returns an error.
func everyVisitor(apiKey string, visit func(json.RawMessage) error) error {
	query := url.Values{"limit": {"100"}}
	for {
		page, err := visitors(apiKey, query)
		if err != nil {
			return err
		}
		for _, visitor := range page.Data {
			if err := visit(visitor); err != nil {
				return err
			}
		}
		if page.Pagination.NextCursor == nil {
			return nil
		}
		query.Set("after", *page.Pagination.NextCursor)
	}
}

type visitorPage struct {
	Data       []json.RawMessage
	Pagination struct {
		NextCursor *string `json:"next_cursor"`
	}
}

func visitors(apiKey string, query url.Values) (page visitorPage, err error) {
	request, err := http.NewRequest("GET", "https://api.orbinto.com/v1/visitors?"+query.Encode(), nil)
	if err != nil {
		return page, err
	}
	request.Header.Set("Authorization", "Bearer "+apiKey)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return page, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		answer, _ := io.ReadAll(response.Body)
		return page, fmt.Errorf("%s %s", response.Status, answer)
	}
	return page, json.NewDecoder(response.Body).Decode(&page)
}
