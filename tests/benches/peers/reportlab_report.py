"""The text of a document (JSON) as a PDF by ReportLab, with an embedded font; written by us for the comparison.

Writes one line: version;milliseconds of the processor a report;bytes;pages;tags.
"""
import io
import json
import pathlib
import sys
import time

import reportlab
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from xml.sax.saxutils import escape

ROUNDS = 20
text = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
fonts = pathlib.Path(__file__).resolve().parents[3] / "assets" / "fonts"
for name in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(name, str(fonts / f"BoussolePrint-{name}.ttf")))
WIDTH = A4[0] - 128

body = ParagraphStyle("body", fontName="Regular", fontSize=10.2, leading=13.4, spaceBefore=5)
small = ParagraphStyle("small", parent=body, fontSize=8.6, leading=11.1)
bold = ParagraphStyle("bold", parent=small, fontName="Bold")
heads = {n: ParagraphStyle(f"h{n}", fontName="Bold", fontSize=size, leading=size * 1.25, spaceBefore=size * 0.8, keepWithNext=1)
         for n, size in ((1, 22), (2, 14), (3, 11.3), (4, 10.2))}


def set_text(words, style):
    return Paragraph(escape(words).replace("\n", "<br/>"), style)


def flowables():
    for part in text["parts"]:
        if "h" in part:
            yield set_text(part["text"], heads[part["h"]])
        elif "p" in part:
            yield set_text(part["p"], small if part["small"] else body)
        elif "ul" in part:
            yield ListFlowable([ListItem(set_text(item, body)) for item in part["ul"]], bulletType="bullet", start="•")
        elif "box" in part:
            box = Table([[[set_text(words, body) for words in part["box"]]]], colWidths=[WIDTH])
            box.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#e8f2f3"))]))
            yield box
        else:
            total = sum(weight for _, weight in part["columns"])
            rows = [[set_text(title, bold) for title, _ in part["columns"]]]
            rows += [[set_text(cell, small) for cell in row] for row in part["rows"]]
            table = Table(rows, colWidths=[WIDTH * weight / total for _, weight in part["columns"]], repeatRows=1)
            table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"),
                                       ("LINEBELOW", (0, 0), (-1, -1), 0.6, colors.HexColor("#cdd6d9")),
                                       ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8f2f3"))]))
            yield table
    yield Spacer(1, 1)


def page(canvas, document):
    canvas.setFont("Regular", 8.2)
    canvas.drawString(64, A4[1] - 44, text["running"])
    canvas.drawRightString(A4[0] - 64, 36, str(document.page))


def report():
    out = io.BytesIO()
    made = SimpleDocTemplate(out, pagesize=A4, leftMargin=58, rightMargin=58, topMargin=60, bottomMargin=52, title=text["title"])
    made.build(list(flowables()), onFirstPage=page, onLaterPages=page)
    return out.getvalue(), made.page


report()
start = time.process_time()
for _ in range(ROUNDS):
    content, pages = report()
print(f"ReportLab {reportlab.__version__};{(time.process_time() - start) / ROUNDS * 1000:.3f};{len(content)};{pages};none")
