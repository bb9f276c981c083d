#!/usr/bin/env bash
# Plants each fault of bench/PlantedFaults into a copy of the last commit, and prints after how many seeds `botnode sim` finds it, and how
# small it is then. Usage: bench/planted-faults.sh [NAME ...]
set -euo pipefail
root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
scenario=two-rounds
most=500
keep=${KEEP:+$(realpath -m "$KEEP")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/copy"
cd "$work/copy"
names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(cd bench/PlantedFaults && printf '%s\n' *.patch | sed 's/\.patch$//')
printf '| planted | property that fails | seeds | bots | rounds | faults | fails in replay |\n| --- | --- | ---: | ---: | ---: | ---: | --- |\n'
for name in "${names[@]}"; do
  git checkout -q .
  git apply "bench/PlantedFaults/$name.patch"
  dotnet build -c Release -v quiet --nologo src/BotNode > "$work/build" || { cat "$work/build"; exit 1; }
  status=0
  dotnet artifacts/bin/BotNode/release/botnode.dll sim $scenario --seed 1 --runs $most --jobs 1 --json --keep "$work/$name" > "$work/out" 2> "$work/err" || status=$?
  if [ $status -eq 0 ]; then
    printf '| %s | none | > %s | | | | |\n' "$name" $most
    continue
  fi
  property=$(sed -n 's/^botnode: The run with seed [0-9]* fails: \(.*\)\.$/\1/p' "$work/err")
  if ! shrunk=$(ls "$work/$name"/*/shrunk.conf 2> "$work/none"); then
    printf '| %s | %s | | | | | |\n' "$name" "${property:-$(head -n 1 "$work/err")}"
    continue
  fi
  seeds=$(basename "$(dirname "$shrunk")")
  bots=$(sed -n 's/^roster = \[\(.*\)\]$/\1/p' "$shrunk" | tr ',' '\n' | grep -c . || true)
  rounds=$(sed -n 's/^room.rounds = //p' "$shrunk")
  faults=$(grep -c '^  { at' "$shrunk" || true)
  replay=-
  if script=$(ls "$work/$name"/*/script.conf 2> "$work/none"); then
    replay=no
    dotnet artifacts/bin/BotNode/release/botnode.dll replay "$script" > "$work/out" 2> "$work/err" || { [ $? -eq 1 ] && grep -q "^botnode: $property: " "$work/err" && replay=yes; }
  fi
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$property" "$seeds" "${bots/#0/4}" "${rounds:-2}" "$faults" "$replay"
  [ -z "$keep" ] || { mkdir -p "$keep"; cp -r "$work/$name" "$keep/"; }
done
