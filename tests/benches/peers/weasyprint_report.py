"""The text of a document (JSON) as a tagged PDF by WeasyPrint (variant pdf/ua-1), with an embedded font; written by us for the
comparison.

Writes one line: version;milliseconds of the processor a report;bytes;pages;tags.
"""
import json
import pathlib
import sys
import time
from html import escape

import weasyprint

ROUNDS = 3
text = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
fonts = pathlib.Path(__file__).resolve().parents[3] / "assets" / "fonts"
faces = "".join(
    f"@font-face {{ font-family: Print; font-weight: {weight}; src: url({(fonts / f'BoussolePrint-{name}.ttf').as_uri()}) }}"
    for name, weight in (("Regular", "normal"), ("Bold", "bold"))
)
CSS = faces + """
@page { size: A4; margin: 65pt 64pt 58pt; @top-left { content: string(running); font-size: 8.2pt }
        @bottom-right { content: "Page " counter(page) " / " counter(pages); font-size: 8.2pt } }
body { font: 10.2pt/13.4pt Print; margin: 0 } p { margin: 5pt 0 0; white-space: pre-line }
h1 { font-size: 22pt; line-height: 26pt; string-set: running content() } h2 { font-size: 14pt } h3 { font-size: 11.3pt } h4 { font-size: 10.2pt }
h1, h2, h3, h4 { margin: 11pt 0 0; break-after: avoid } .small, table { font-size: 8.6pt; line-height: 11.1pt }
table { border-collapse: collapse; width: 100%; margin-top: 7pt } th { text-align: left; background: #e8f2f3 }
td, th { padding: 3.1pt 6pt; border-bottom: .6pt solid #cdd6d9; vertical-align: top; white-space: pre-line } tr { break-inside: avoid }
.box { background: #e8f2f3; padding: 7pt 12pt; margin-top: 8pt }
"""


def html():
    yield f'<!doctype html><html lang="fr"><head><title>{escape(text["title"])}</title><style>{CSS}</style></head><body>'
    for part in text["parts"]:
        if "h" in part:
            yield f'<h{part["h"]}>{escape(part["text"])}</h{part["h"]}>'
        elif "p" in part:
            yield f'<p class="{"small" if part["small"] else ""}">{escape(part["p"])}</p>'
        elif "ul" in part:
            yield "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in part["ul"]) + "</ul>"
        elif "box" in part:
            yield '<div class="box">' + "".join(f"<p>{escape(words)}</p>" for words in part["box"]) + "</div>"
        else:
            total = sum(weight for _, weight in part["columns"])
            yield "<table><thead><tr>" + "".join(
                f'<th scope="col" style="width: {100 * weight / total}%">{escape(title)}</th>' for title, weight in part["columns"]
            ) + "</tr></thead><tbody>"
            for name, *cells in part["rows"]:
                yield f'<tr><th scope="row">{escape(name)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
            yield "</tbody></table>"
    yield "</body></html>"


def report():
    document = weasyprint.HTML(string="".join(html())).render()
    return document.write_pdf(pdf_variant="pdf/ua-1"), len(document.pages)


report()
start = time.process_time()
for _ in range(ROUNDS):
    content, pages = report()
print(f"WeasyPrint {weasyprint.__version__};{(time.process_time() - start) / ROUNDS * 1000:.3f};{len(content)};{pages};tagged")
