#!/usr/bin/env bash
# What: pydantic 2.14.3 publishes the JSON Schema of a percentage in steps of 0.1; jsonschema 4.26.0 judges by it.
# Expected: what the model takes fits its own schema: each of the 121 steps from 25.0 to 37.0.
# Happens: pydantic allows for rounding in multiple_of, jsonschema takes multipleOf to the last bit: 35 of the 121 are
#   refused, 25.2 the first.
# Matters: a percentage in tenths from a slider is valid here and invalid for the partner who checks the same message
#   with the published schema. A published schema had better give bounds only.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check pydantic==2.14.3 jsonschema==4.26.0 || exit 2
cat >proef.py <<'CODE'
from typing import Annotated

from jsonschema import Draft202012Validator
from pydantic import Field, TypeAdapter

reservering = TypeAdapter(Annotated[float, Field(multiple_of=0.1)])
schema = reservering.json_schema()
stappen = [round(25 + stap / 10, 1) for stap in range(121)]
print(schema, "pydantic takes", sum(reservering.validate_python(stap) == stap for stap in stappen))
fout = [stap for stap in stappen if not Draft202012Validator(schema).is_valid(stap)]
print("its schema refuses", len(fout), fout[:5])
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
{'multipleOf': 0.1, 'type': 'number'} pydantic takes 121
its schema refuses 35 [25.2, 25.4, 25.9, 26.4, 26.9]
SEEN
diff -u seen now || { echo "changed: pydantic-schema-refuses-what-pydantic-takes"; exit 1; }
echo "as seen: pydantic-schema-refuses-what-pydantic-takes"
