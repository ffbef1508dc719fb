"""What the real-window check asks: a code for today, how many answers arrived, whether a page was drawn.

python3 .ci/window.py prepare BASE COPY   copies the base, prescribes an assessment, prints a code
python3 .ci/window.py answers COPY        prints how many answers the base holds
python3 .ci/window.py notice COPY         prints how many people read the notice today
python3 .ci/window.py intact COPY         fails unless the base is whole and no answer is in it twice
python3 .ci/window.py drawn PPM           fails on a picture that is nearly all of one colour
"""

import collections
import datetime
import sqlite3
import sys
import uuid
import zoneinfo

CODE = "482913"
DIGITAL = ("style-travail", "grands-traits", "fatigue-travail")
# A roadmap that is under way: something is open, nothing is written about it.
UNDER_WAY = """
    SELECT r.id, r.participant_id FROM roadmap r
    WHERE EXISTS (SELECT 1 FROM step s WHERE s.roadmap_id = r.id AND s.outcome = 'open')
      AND NOT EXISTS (SELECT 1 FROM synthesis y WHERE y.roadmap_id = r.id)
    ORDER BY r.id
"""


def today():
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date().isoformat()


def prepare(source, copy):
    """Copies a base and does what the desk does when it prescribes an assessment and makes a code."""
    base = sqlite3.connect(copy)
    sqlite3.connect(source).backup(base)
    for roadmap, participant in base.execute(UNDER_WAY).fetchall():
        taken = {row[0] for row in base.execute("SELECT activity FROM step WHERE roadmap_id = ?", [roadmap])}
        activity = next((name for name in DIGITAL if name not in taken), None)
        if activity:
            break
    else:
        sys.exit("no roadmap takes one more assessment")
    example = "SELECT purpose, place, prescribed_at, prescribed_by FROM step WHERE activity = ? LIMIT 1"
    purpose, place, at, by = base.execute(example, [activity]).fetchone()
    position = base.execute("SELECT max(position) + 1 FROM step WHERE roadmap_id = ?", [roadmap]).fetchone()[0]
    base.execute(
        "INSERT INTO step (id, roadmap_id, position, activity, purpose, place, reason, prescribed_at, prescribed_by,"
        " outcome) VALUES (?, ?, ?, ?, ?, ?, 'Vérification', ?, ?, 'open')",
        [str(uuid.uuid4()), roadmap, position, activity, purpose, place, at, by],
    )
    base.execute("DELETE FROM visit WHERE day = ? AND (participant_id = ? OR code = ?)", [today(), participant, CODE])
    base.execute(
        # The warm-up is left out: the check goes straight to the questions.
        "INSERT INTO visit (id, participant_id, day, code, warm_up) VALUES (?, ?, ?, ?, 'skipped')",
        [str(uuid.uuid4()), participant, today(), CODE],
    )
    base.commit()
    print(CODE)


def count(copy, sql, *values):
    print(sqlite3.connect(copy, timeout=10).execute(sql, values).fetchone()[0])


def drawn(picture):
    with open(picture, "rb") as file:
        pixels = file.read().split(b"\n255\n", 1)[1]
    colours = collections.Counter(zip(pixels[::3], pixels[1::3], pixels[2::3]))
    most = max(colours.values())
    if len(colours) <= 40 or most >= 0.975 * sum(colours.values()):
        sys.exit(1)


def intact(copy):
    base = sqlite3.connect(copy, timeout=10)
    said = base.execute("PRAGMA integrity_check").fetchone()[0]
    twice = base.execute(
        "SELECT sitting_id, item FROM sitting_event WHERE kind = 'answered' GROUP BY sitting_id, item HAVING count(*) > 1"
    ).fetchall()
    if said != "ok" or twice:
        sys.exit(f"{said}; answered twice: {twice}")


if sys.argv[1] == "intact":
    intact(sys.argv[2])
elif sys.argv[1] == "drawn":
    drawn(sys.argv[2])
elif sys.argv[1] == "prepare":
    prepare(sys.argv[2], sys.argv[3])
elif sys.argv[1] == "answers":
    count(sys.argv[2], "SELECT count(*) FROM sitting_event WHERE kind = 'answered'")
else:
    count(sys.argv[2], "SELECT count(*) FROM visit WHERE day = ? AND notice_at IS NOT NULL", today())
