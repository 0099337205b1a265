package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"example.test/contacts/client"
)

func main() {
	key := func() string { return os.Getenv("API_KEY") }
	api := client.New(client.Config{ServerURL: os.Getenv("BASE_URL"), Auth: client.Auth{Bearer: key}})
	list, err := api.ListContacts(context.Background(), nil)
	if err != nil {
		panic(err)
	}
	ids := []string{}
	for _, contact := range list.Data {
		ids = append(ids, contact.Id)
	}
	text, _ := json.Marshal(ids)
	fmt.Println(string(text))
}
