import json
import os

from client import Client

client = Client(server_url=os.environ["BASE_URL"], auth={"bearer": os.environ["API_KEY"]})
print(json.dumps([contact.id for contact in client.list_contacts().data]))
