#!/usr/bin/env bash
# What: hare-niemeyer 3.0.0 (npm) draws lots between parties that tie for the seats that are left.
# Expected: six homes over four corporaties of equal size: two have two and two have one, whoever is drawn.
# Happens: five homes come out. The loop counts up to the number of seats that are still left, which falls while it
#   counts: about half of what a tie is about is never handed out.
# Matters: a division that does not add up to what was divided, only where shares are equal.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
npm install --silent --no-audit --no-fund --prefix "$werk" hare-niemeyer@3.0.0 >/dev/null || exit 2
cd "$werk"
cat >proef.mjs <<'CODE'
import verdeel from 'hare-niemeyer'

const som = uitkomst => Object.values(uitkomst).reduce((a, b) => a + b, 0)
console.log(6, 'becomes', som(verdeel({ a: 10, b: 10, c: 10, d: 10 }, 6)))
console.log(5, 'becomes', som(verdeel({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }, 5)))
console.log(7, 'becomes', som(verdeel({ a: 30, b: 20, c: 10 }, 7)))
CODE
node proef.mjs >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
6 becomes 5
5 becomes 3
7 becomes 7
SEEN
diff -u seen now || { echo "changed: hare-niemeyer-loses-seats"; exit 1; }
echo "as seen: hare-niemeyer-loses-seats"
