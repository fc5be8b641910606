#!/usr/bin/env bash
# What: hyperformula 3.5.0 (npm), a spreadsheet engine, rounds down with INT and FLOOR.
# Expected: INT(-2.5) is -3 and FLOOR(36.8,0.1) is 36.8, as Excel and LibreOffice say.
# Happens: INT goes towards zero: -2. FLOOR of a figure that is already a multiple takes one step off: 36.7.
# Matters: a saldo below zero looks half a home better, and a percentage that was agreed in tenths falls by a tenth when
#   it is 'rounded'.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
npm install --silent --no-audit --no-fund --prefix "$werk" hyperformula@3.5.0 >/dev/null || exit 2
cd "$werk"
cat >proef.mjs <<'CODE'
import hf from 'hyperformula'

const { HyperFormula } = hf
const blad = HyperFormula.buildFromArray([[]], { licenseKey: 'gpl-v3' })
for (const formule of ['=INT(-2.5)', '=ROUNDDOWN(-2.5,0)', '=FLOOR(36.8,0.1)', '=FLOOR(36.85,0.1)', '=FLOOR(36.5,0.1)']) {
  console.log(formule, blad.calculateFormula(formule, 0))
}
CODE
node proef.mjs >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
=INT(-2.5) -2
=ROUNDDOWN(-2.5,0) -2
=FLOOR(36.8,0.1) 36.7
=FLOOR(36.85,0.1) 36.8
=FLOOR(36.5,0.1) 36.5
SEEN
diff -u seen now || { echo "changed: hyperformula-rounds-down-upwards"; exit 1; }
echo "as seen: hyperformula-rounds-down-upwards"
