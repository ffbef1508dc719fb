"""The kiosk as a screen reader sees it, through AT-SPI: no coordinates, no pictures.

/usr/bin/python3 .ci/reader.py title               prints the title of the screen
/usr/bin/python3 .ci/reader.py press NAME...       does what the first button of these names that is there is for
/usr/bin/python3 .ci/reader.py nameless            prints the controls without a name
"""

import sys

import pyatspi

CONTROLS = ("push button", "toggle button", "radio button", "check box", "page tab", "link", "entry", "frame")


def nodes(node):
    for child in node:
        if child is not None:
            yield child
            yield from nodes(child)


def plain(text):
    return text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")


def everything():
    found = [app for app in pyatspi.Registry.getDesktop(0) if app is not None and app.name == "boussole"]
    if not found:
        sys.exit("the kiosk is not on the bus")
    return list(nodes(found[-1]))


def first(names):
    controls = {plain(node.name): node for node in everything() if node.getRoleName() in CONTROLS}
    return next((controls[name] for name in names if name in controls), None) or sys.exit(f"none of {names}")


def main(verb, *words):
    if verb == "title":
        titles = [plain(node.name) for node in everything() if node.getRoleName() == "heading"]
        print(titles[0] if titles else "")
    elif verb == "press":
        first(words).queryAction().doAction(0)
    elif verb == "nameless":
        print("\n".join(node.getRoleName() for node in everything() if node.getRoleName() in CONTROLS and not node.name))


main(*sys.argv[1:])
