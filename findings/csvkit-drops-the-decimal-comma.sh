#!/usr/bin/env bash
# What: csvkit 2.2.0 (agate 1.14.2) guesses the types of a Dutch CSV with ';' between the columns and no --locale.
# Expected: 33,5 is no number of the default locale (en_US), so the column is text, as it is for a word; the point of 1.170 is one.
# Happens: the comma is dropped, wherever it stands: 33,5 becomes 335 and 5,71 becomes 571, next to 1.17 of 1.170. csvjson,
#   csvstat and csvsql agree, without a warning. With --locale nl_NL the figures are right, and then 33.5 is 335.
# Matters: a percentage of 33,5 becomes 335, and a total that is checked with the same tool confirms it.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 || exit 2
printf 'gemeente;opgave;deel\nAalten;1.170;33,5\nEpe;45;5,71\n' >komma.csv
printf 'gemeente;deel\nAalten;33.5\nEpe;5.71\n' >punt.csv
{
  env/bin/csvjson -d ';' komma.csv && echo
  env/bin/csvstat -d ';' --sum -c deel komma.csv
  env/bin/csvsql -d ';' --query 'SELECT sum(deel) AS som FROM komma' komma.csv
  env/bin/csvjson -d ';' --locale nl_NL komma.csv && echo
  env/bin/csvjson -d ';' --locale nl_NL punt.csv && echo
} >now 2>&1 || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[{"gemeente": "Aalten", "opgave": 1.17, "deel": 335.0}, {"gemeente": "Epe", "opgave": 45.0, "deel": 571.0}]
906
som
906.0
[{"gemeente": "Aalten", "opgave": 1170.0, "deel": 33.5}, {"gemeente": "Epe", "opgave": 45.0, "deel": 5.71}]
[{"gemeente": "Aalten", "deel": 335.0}, {"gemeente": "Epe", "deel": 571.0}]
SEEN
diff -u seen now || { echo "changed: csvkit-drops-the-decimal-comma"; exit 1; }
echo "as seen: csvkit-drops-the-decimal-comma"
