import random
import time
from urllib.error import HTTPError
from urllib.request import urlopen


def ask(request, attempts=5):
    try:
        return urlopen(request)
    except HTTPError as error:
        if error.code != 429 or attempts == 1:
            raise
        error.close()
        time.sleep(int(error.headers["Retry-After"] or 1) + random.uniform(0, 0.25))
    return ask(request, attempts - 1)
