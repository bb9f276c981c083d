"""Felix agrees with whoever spoke last. He does not think of being the first."""

import json
import sys

heard = []

for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "said":
        heard.append(message["name"])
    elif message["type"] == "prompt":
        print(json.dumps({"round": message["round"], "text": f"I'm with {heard[-1]}."}), flush=True)
