"""Random keys, clicks and wheels on a real window, through xdotool.

python3 .ci/storm.py SEED COUNT WIDTH HEIGHT   sends COUNT events; the same seed sends the same ones

The digit 8 is typed by no key, so that no storm types the staff code of the demonstration.
"""

import random
import subprocess
import sys

CHORDS = (
    "alt+F4 ctrl+q ctrl+w ctrl+F4 super super+d super+e super+l super+r super+Tab alt+Tab alt+shift+Tab alt+Escape"
    " alt+space ctrl+Escape ctrl+alt+Delete ctrl+alt+Left ctrl+alt+t ctrl+shift+Escape F1 F3 F5 F10 F11 F12 alt+F2"
    " ctrl+plus ctrl+minus ctrl+0 ctrl+c ctrl+x ctrl+v ctrl+z ctrl+a ctrl+n ctrl+o ctrl+p ctrl+s ctrl+t ctrl+shift+i"
    " shift+F10 Menu Print Pause Insert Home End Prior Next Left Right Up Down shift+Tab"
).split()
PLAIN = "Tab Return space Escape BackSpace Delete a e z m q w x eacute comma period 1 2 3 4 5 6 7 9 0".split()


def event(chance, width, height):
    kind = chance.random()
    if kind < 0.30:
        return ["key", chance.choice(CHORDS)]
    if kind < 0.55:
        return ["key", chance.choice(PLAIN)]
    button = str(chance.choice((1, 1, 1, 1, 2, 3, 4, 5, 8, 9)))
    where = ["mousemove", str(chance.randrange(width)), str(chance.randrange(height))]
    if kind < 0.90:
        return [*where, "click", button]
    return ["mousedown", "1", *where, "mouseup", "1"]


def main(seed, count, width, height):
    chance = random.Random(seed)
    for _ in range(0, count, 50):
        words = [word for _ in range(50) for word in [*event(chance, width, height), "sleep", "0.004"]]
        subprocess.run(["xdotool", *words], check=True, stderr=subprocess.DEVNULL)


main(*map(int, sys.argv[1:5]))
