"""Felix agrees with whoever spoke last."""

import json
import sys


class Felix:
    def __init__(self):
        self.last = None

    def hear(self, event):
        if event["type"] == "said":
            self.last = event["name"]

    def reply(self, prompt):
        return f"I'm with {self.last}." if self.last else f"{prompt['what']}? Why not."


def main():
    felix = Felix()
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "prompt":
            print(json.dumps({"round": message["round"], "text": felix.reply(message)}), flush=True)
        else:
            felix.hear(message)


if __name__ == "__main__":
    main()
