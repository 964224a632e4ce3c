"""A simulator for Tandem in another program: the skeleton, around an arm that stands still.

    python3 examples/python/foreign_simulator.py --port 7117
    ./tandem train --task reach --sim remote:127.0.0.1:7117

Nothing is learnt with an arm that stands still: after 135 ticks Tandem finds that it rests without
its gravity torque, and stops. Put your simulator's calls into the methods of `StillArm`;
docs/step-protocol.md says what each has to do. Standard library only.
"""

import argparse
import math
import socketserver
import struct

from tandem_env import CLOSE, ERROR, HELLO, MAGIC, MOST_BYTES, RESET, SPEC, STATE, VERSION
from tandem_env import Payload, encode_text

SCENE, PLACE, ADVANCE = 9, 10, 11
ROLE_SIMULATOR = 2
MALFORMED, OUT_OF_ORDER, IMPOSSIBLE = 1, 4, 14
JOINTS = 7


class StillArm:
    """Stands where it is put, whatever its drives do, and feels nothing."""

    def __init__(self, world, parts):
        """Makes the world of a scene: parts are (name, numbers)."""
        if world != "arm":
            raise ValueError(f"world: expected arm, found {world}")
        self.home = next(numbers for name, numbers in parts if name == "home")
        self.reset(0)

    def reset(self, seed):
        """Home, at rest; whatever is random from now on follows from the seed."""
        self.q = list(self.home)
        self.qd = [0.0] * JOINTS
        self.tau = [0.0] * JOINTS
        self.tool = [0.5, 0.0, 0.3]

    def place(self, name, numbers):
        if name == "tool":
            self.tool = numbers  # and q so that the tool is there, pointing straight down
        elif name == "state":
            self.q, self.qd = numbers[:JOINTS], numbers[JOINTS:]
        elif name != "box":
            raise ValueError(f"expected a part of an arm's world, found {name}")

    def advance(self, brakes, seconds, command):
        """Goes on for so many seconds under constant torques, Nm, or with the brakes on."""
        self.tau = [0.0] * JOINTS if brakes else command

    def observe(self):
        """In the order of OBSERVATION."""
        return self.q + self.qd + self.tau + self.tool + [0.0] * 3 + [0.0] * 6


def block(name, unit, size):
    return [(f"{name}.{i}", unit) for i in range(size)]


OBSERVATION = (
    block("q", "rad", JOINTS)
    + block("qd", "rad/s", JOINTS)
    + block("tau", "Nm", JOINTS)
    + block("tool", "m", 3)
    + block("tool_velocity", "m/s", 3)
    + [(f"wrench.f{axis}", "N") for axis in "xyz"]
    + [(f"wrench.t{axis}", "Nm") for axis in "xyz"]
)
COMMAND = block("tau", "Nm", JOINTS)


def space(channels):
    """Without bounds: Tandem has the arm's own."""
    rows = (
        encode_text(name) + encode_text(unit) + struct.pack("<dd", -math.inf, math.inf)
        for name, unit in channels
    )
    return struct.pack("<H", len(channels)) + b"".join(rows)


class Refusal(Exception):
    def __init__(self, code, text, closes=False):
        super().__init__(text)
        self.code = code
        self.closes = closes


class Client(socketserver.StreamRequestHandler):
    """One client with a world of its own, on a thread of its own."""

    disable_nagle_algorithm = True
    greeted = False
    world = None

    def handle(self):
        while True:
            try:
                data = self.frame()
                if data is None or data[0] == CLOSE:
                    return
                self.send(*self.answer(data[0], Payload(data[1:])))
            except Refusal as refusal:
                told = struct.pack("<H?", refusal.code, refusal.closes) + encode_text(str(refusal))
                self.send(ERROR, told)
                if refusal.closes:
                    return

    def frame(self):
        head = self.rfile.read(4)
        if len(head) < 4:
            return None
        (length,) = struct.unpack("<I", head)
        if not 1 <= length <= MOST_BYTES:
            raise Refusal(2, f"length: expected 1 to {MOST_BYTES}, found {length}", closes=True)
        data = self.rfile.read(length)
        return data if len(data) == length else None

    def answer(self, kind, payload):
        try:
            if kind == HELLO and not self.greeted:
                return SPEC, self.greet(payload)
            if not self.greeted:
                raise Refusal(OUT_OF_ORDER, f"expected HELLO first, found {kind}", closes=True)
            self.change(kind, payload)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise Refusal(MALFORMED, str(error), closes=not self.greeted) from error
        except (ValueError, StopIteration) as error:
            raise Refusal(IMPOSSIBLE, str(error)) from error
        values = self.world.observe()
        return STATE, struct.pack(f"<H{len(values)}d", len(values), *values)

    def greet(self, payload):
        magic, version, role = payload.take("4sHB")
        if (magic, version) != (MAGIC, VERSION):
            raise Refusal(7, f"version: expected {VERSION}, found {version}", closes=True)
        if role != ROLE_SIMULATOR:
            raise Refusal(8, f"role: expected {ROLE_SIMULATOR}, found {role}", closes=True)
        self.greeted = True
        names = encode_text("arm7") + encode_text("still")
        greeting = MAGIC + struct.pack("<HB", VERSION, ROLE_SIMULATOR) + names
        return greeting + space(OBSERVATION) + space(COMMAND) + struct.pack("<di", 0.0, 0)

    def change(self, kind, payload):
        if kind == SCENE:
            self.world = StillArm(payload.text(), payload.parts())
        elif self.world is None:
            raise Refusal(OUT_OF_ORDER, f"expected SCENE first, found {kind}")
        elif kind == RESET:
            self.world.reset(payload.take("q"))
        elif kind == PLACE:
            for name, numbers in payload.parts():
                self.world.place(name, numbers)
        elif kind == ADVANCE:
            brakes, seconds = payload.take("?d")
            self.world.advance(brakes, seconds, payload.numbers())
        else:
            raise Refusal(3, f"kind: expected 3 or 8 to 11, found {kind}")

    def send(self, kind, payload):
        self.wfile.write(struct.pack("<IB", 1 + len(payload), kind) + payload)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=7117)
    with Server(("127.0.0.1", parser.parse_args().port), Client) as server:
        print(f"listens on 127.0.0.1:{server.server_address[1]}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
