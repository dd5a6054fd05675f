"""Compares the instruction counts of two runs of benches/instructions.rs.

    compare.py BASE.json CHANGE.json [EXEMPTION…]

Each file holds a JSON object a line, as gungraun prints them, of one run of each bench
or several, of which the mean counts. An exemption is
"ID — reason" or "PREFIX — reason", from a commit message. Exits with 1 where a bench
takes more instructions than it may.
"""

import json
import sys

# Four times the largest spread of the means that was seen without any change.
SLOWER_MAX = 0.02


def counts(path):
    """Instructions by id, such as `keywords/kib_4`."""
    runs = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("{"):
                run = json.loads(line)
                name = f"{run['function_name']}/{run['id']}"
                runs.setdefault(name, []).append(instructions(run["profiles"]))
    return {name: round(sum(counts) / len(counts)) for name, counts in runs.items()}


def instructions(profiles):
    (callgrind,) = [p for p in profiles if p["tool"] == "Callgrind"]
    return callgrind["data"]["total"]["metrics"]["Ir"]["values"]["new"]


def exempted(lines):
    """Ids and prefixes that may get slower. One without a reason does not count."""
    prefixes = []
    for line in lines:
        prefix, _, reason = line.strip().partition(" ")
        if reason.strip(" -–—:"):
            prefixes.append(prefix)
        else:
            print(f"no reason given, so it does not count: Slower: {line}")
    return prefixes


def main(base_path, change_path, *exemptions):
    base, change = counts(base_path), counts(change_path)
    if not change:
        sys.exit("no bench was run")
    prefixes = exempted(exemptions)
    slower = []
    print(f"{'bench':<24}{'base':>15}{'change':>15}{'':>10}")
    for name, new in change.items():
        old = base.get(name)
        if not old:
            print(f"{name:<24}{'':>15}{new:>15,}       new")
            continue
        difference = new / old - 1
        verdict = ""
        if difference > SLOWER_MAX:
            exempt = any(name == p or name.startswith(p) for p in prefixes)
            verdict = "  slower, as declared" if exempt else "  SLOWER"
            if not exempt:
                slower.append(name)
        print(f"{name:<24}{old:>15,}{new:>15,}{difference:>+10.2%}{verdict}")
    for name in base.keys() - change.keys():
        print(f"{name:<24}{base[name]:>15,}{'':>15}      gone")
    if slower:
        print(
            f"\nMore than {SLOWER_MAX:.0%} slower: {', '.join(slower)}.\n"
            "Where that is the price of something better, say so in a commit message:\n"
            f"    Slower: {slower[0]} — what is won by it"
        )
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
