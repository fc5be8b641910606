#!/usr/bin/env bash
# What: Vega (npm vega 6.2.0) is given another width with view.width(w).resize(), with autosize fit, as a page does when
#   a phone is turned or a window is made smaller.
# Expected: the drawing becomes w wide, axes and labels with it, for every w.
# Happens: for one w it stays as wide as it was: where w is the width that the field inside the axes has at that moment.
#   view.width() is then w as well, so that nothing tells that the drawing is not.
# Matters: a chart of 439 points sticks out of a phone of 390, of one layout in many, and a test that looks at one never sees it.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
npm install --silent --no-audit --no-fund vega@6.2.0 >/dev/null 2>&1 || exit 2
cat >proef.mjs <<'CODE'
import * as vega from "vega";

const spec = {
  width: 439,
  height: 100,
  autosize: { type: "fit", contains: "padding" },
  data: [{ name: "rijen", values: [{ gemeente: "Apeldoorn", n: 422 }, { gemeente: "Epe", n: 84 }] }],
  scales: [
    { name: "x", type: "linear", domain: [0, 500], range: "width" },
    { name: "y", type: "band", domain: { data: "rijen", field: "gemeente" }, range: "height" },
  ],
  axes: [{ orient: "left", scale: "y" }],
  marks: [],
};
const breed = async (view) => Number(/width="([0-9.]+)"/.exec(await view.toSVG())[1]);
for (const anders of [0, 1, -20]) {
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  await view.runAsync();
  const veld = view.width();
  await view.width(veld + anders).resize().runAsync();
  console.log(`asked: its field ${anders ? (anders > 0 ? "+ " : "- ") + Math.abs(anders) : "exactly"}; as wide as asked: ${(await breed(view)) === veld + anders}; still 439: ${(await breed(view)) === 439}`);
}
CODE
node proef.mjs >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
asked: its field exactly; as wide as asked: false; still 439: true
asked: its field + 1; as wide as asked: true; still 439: false
asked: its field - 20; as wide as asked: true; still 439: false
SEEN
diff -u seen now || { echo "changed: vega-passes-over-a-width-that-its-field-has"; exit 1; }
echo "as seen: vega-passes-over-a-width-that-its-field-has"
