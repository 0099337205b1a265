# Prints what verify_webhook.py says of each test vector: python3 check.py vectors.json
import base64
import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from verify_webhook import verify_standard_webhook, verify_webhook  # noqa: E402


def body_of(vector):
    return vector["parsed"] if "parsed" in vector else base64.b64decode(vector["body_base64"])


vectors = json.loads(pathlib.Path(sys.argv[1]).read_text())
print(json.dumps({
    "signature": [verify_webhook(body_of(v), v["signature"], v["secret"]) for v in vectors["signature"]],
    "standard": [
        verify_standard_webhook(body_of(v), v["id"], v["timestamp"], v["signature"], v["secret"], v["now"])
        for v in vectors["standard"]
    ],
}))
