"""Lists the mutants of one PIT report that no test noticed, and compares them with those that a document explains.

usage: survivors.py NAME MUTATIONS.XML DOCUMENT.md LEAST_PERCENT
A row of the document reads | `package.Class` | `method` | Mutator xN | why |, without the xN for one.
Exit code 1: too few were killed, or one that survived is not in the document.
"""
import collections
import re
import sys
import xml.etree.ElementTree as tree

ROW = re.compile(r"\| `([\w.$]+)` \| `([\w$<>]+)` \| (\w+)(?: x(\d+))? \| .+ \|$")


def key(mutation):
    text = lambda name: mutation.findtext(name)
    mutator = text("mutator").split(".")[-1].removesuffix("Mutator")
    return text("mutatedClass").removeprefix("dev.tandem."), text("mutatedMethod"), mutator


def explained(document, packages):
    rows = collections.Counter()
    for row in filter(None, map(ROW.match, open(document, encoding="utf-8"))):
        if row[1].rpartition(".")[0] in packages:
            rows[row[1], row[2], row[3]] += int(row[4] or 1)
    return rows


def main(name, report, document, least):
    mutations = tree.parse(report).getroot().findall("mutation")
    alive = [m for m in mutations if m.get("status") in ("SURVIVED", "NO_COVERAGE")]
    rows = explained(document, {key(m)[0].rpartition(".")[0] for m in mutations})
    unexplained = 0
    for m in sorted(alive, key=lambda m: (key(m)[0], int(m.findtext("lineNumber")))):
        rows[key(m)] -= 1
        is_new = rows[key(m)] < 0
        unexplained += is_new
        print(f"  {'UNEXPLAINED' if is_new else 'explained':11} {m.get('status').lower():11} "
              f"{m.findtext('sourceFile')}:{m.findtext('lineNumber')} {m.findtext('description')}\n"
              f"      | `{key(m)[0]}` | `{key(m)[1]}` | {key(m)[2]} |")
    for (place, method, mutator), more in sorted(rows.items()):
        if more > 0:
            print(f"  explained in {document}, but killed: {more} x {place} {method} {mutator}; delete the row")
    killed = len(mutations) - len(alive)
    share = 100 * killed / max(1, len(mutations))
    print(f"{name}: {killed} of {len(mutations)} mutants killed, {share:.1f} % (at least {least} % asked), "
          f"{unexplained} survivors not in {document}")
    return 1 if unexplained or share < int(least) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
