"""Prints the numbers of AnswerTest, from the formulas in docs/watchdog.md. Python 3.11, no seed."""

MASK = (1 << 64) - 1


def mix(value):
    z = (value + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def answer(role, session, challenge, stamp):
    mixed = mix(int.from_bytes(role.encode("ascii"), "big") ^ session)
    return mix((mix((mixed + challenge) & MASK) + stamp) & MASK)


print(hex(answer("RUNTIME1", 1, 2, 3)), hex(answer("WATCHDOG", 1, 2, 3)))
print(hex(5_000_000 << 16 | answer("DRIVES_1", 0, 0, 5_000_000) & 0xFFFF))
