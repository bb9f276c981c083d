// Felix agrees with whoever spoke last.

import { createInterface } from "node:readline";

let last = null;

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.type === "said") {
    last = message.name;
  } else if (message.type === "prompt") {
    const text = last === null ? `${message.what}? Why not.` : `I'm with ${last}.`;
    console.log(JSON.stringify({ round: message.round, text }));
  }
}
