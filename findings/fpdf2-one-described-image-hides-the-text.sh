#!/usr/bin/env bash
# What: fpdf2 2.8.9 writes a page of text with one image that has an alt_text.
# Expected: describing an image helps who cannot see it and changes nothing else: the file stays untagged, or the text
#   is tagged too.
# Happens: the file says that it is tagged (MarkInfo, StructTreeRoot), and the only thing in its tree is the image. The
#   text is in no tag.
# Matters: a screen reader goes by the tags of a file that has them: of a page about a gemeente only the description of
#   its picture is left. Without alt_text the file makes no such claim, and the text is read.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check fpdf2==2.8.9 pypdf==7.1.0 || exit 2
cat >proef.py <<'CODE'
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader


def blad(naam, **beschrijving):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text="Opgave 1.170 woningen")
    pdf.image(Image.new("RGB", (9, 9)), x=20, y=50, w=20, **beschrijving)
    pdf.output(naam)
    lezer = PdfReader(naam)
    gemerkt = lezer.root_object.get("/MarkInfo", {}).get("/Marked", False)
    inhoud = lezer.pages[0].get_contents().get_data()
    return bool(gemerkt), inhoud.count(b"BDC"), "1.170" in lezer.pages[0].extract_text()


print("no description: says tagged, tags in the page, has text:", *blad("zonder.pdf"))
print("a description: says tagged, tags in the page, has text:", *blad("met.pdf", alt_text="Kaart"))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
no description: says tagged, tags in the page, has text: False 0 True
a description: says tagged, tags in the page, has text: True 1 True
SEEN
diff -u seen now || { echo "changed: fpdf2-one-described-image-hides-the-text"; exit 1; }
echo "as seen: fpdf2-one-described-image-hides-the-text"
