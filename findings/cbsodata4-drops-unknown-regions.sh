#!/usr/bin/env bash
# What: cbsodata4 0.1.3, get_wide_data: a table of CBS with a column per measure, from its OData 4 interface.
# Expected: a row per combination of region and year that the table holds; a figure that CBS does not publish (null) is
#   empty.
# Happens: a region of which every figure is null has no row at all, while get_observations does give it.
# Matters: small gemeenten are the ones whose figures are withheld: they vanish, and a sum or a count over 'all'
#   gemeenten looks complete. Unknown is not absent.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check cbsodata4==0.1.3 pandas==3.0.6 pyarrow==26.0.1 || exit 2
cat >proef.py <<'CODE'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import cbsodata4

WAARDEN = [("GM0232", 33168.0), ("GM0246", None)]
TABEL = "/CBS/T1"
ANTWOORDEN = {
    "/Datasets": {"value": [{"Identifier": "T1", "Catalog": "CBS"}]},
    TABEL: {"value": [{"name": "Observations"}, {"name": "MeasureCodes"}]},
    f"{TABEL}/Dimensions": {"value": [{"Identifier": "RegioS", "Kind": "GeoDimension"}]},
    f"{TABEL}/MeasureCodes": {"value": [{"Identifier": "M1", "Title": "Inwoners"}]},
    f"{TABEL}/Properties": {"Identifier": "T1"},
    f"{TABEL}/Observations": {
        "value": [
            {"Id": nr, "Measure": "M1", "ValueAttribute": "None", "Value": waarde, "RegioS": regio}
            for nr, (regio, waarde) in enumerate(WAARDEN)
        ]
    },
}


class Bron(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(ANTWOORDEN[self.path]).encode())

    def log_message(self, *_):
        pass


bron = HTTPServer(("127.0.0.1", 0), Bron)
threading.Thread(target=bron.serve_forever, daemon=True).start()
waar = {"base_url": f"http://127.0.0.1:{bron.server_port}", "download_dir": "tabel"}
breed = cbsodata4.get_wide_data("T1", **waar)
print("wide", breed["RegioS"].tolist())
print("long", cbsodata4.get_observations("T1", **waar)["RegioS"].tolist())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
wide ['GM0232']
long ['GM0232', 'GM0246']
SEEN
diff -u seen now || { echo "changed: cbsodata4-drops-unknown-regions"; exit 1; }
echo "as seen: cbsodata4-drops-unknown-regions"
