"""A Tandem task as an environment with Gymnasium's signature, in plain Python 3.

Needs nothing but the standard library. Start a server, then step:

    ./tandem sim serve --task reach

    from tandem_env import TandemEnv
    with TandemEnv() as env:
        observation, info = env.reset(seed=1)
        terminated = truncated = False
        while not (terminated or truncated):
            action = env.action_space.sample()
            observation, reward, terminated, truncated, info = env.step(action)

Observations and actions are lists of floats in the order of ``observation_space.names`` and
``action_space.names``; of the task pick-cube exactly those of SERL's PandaPickCube. With ``TandemEnv(images=True)`` an observation is a dictionary with the
pictures of the task's cameras beside them:

    {"state": [...], "images": {"front": ..., "wrist": ...}}

each a memoryview of shape (height, width, 3), rows from the top, which ``numpy.asarray`` takes as
it is. docs/step-protocol.md has the bytes; tandem_gymnasium.py wraps this for Gymnasium.
"""

import math
import numbers
import operator
import random
import socket
import struct

MAGIC = b"TNDM"
VERSION = 1
VERSION_WITH_IMAGES = 2
MOST_BYTES = 1 << 20  # of a frame; one of a server has its images on top
MOST_IN_SHORT = 0xFFFF  # bytes of a text, options of a reset
MOST_SEED = (1 << 63) - 1
IMAGE_HEAD_BYTES = 12

HELLO, SPEC, RESET, STATE, STEP, OUTCOME, ERROR, CLOSE = range(1, 9)
SEEN = 12
ROLE_TASK = 1
VERDICTS = ("passed", "modified", "stop")
ERRORS = {
    1: "malformed",
    2: "oversized",
    3: "unknown kind",
    4: "out of order",
    5: "wrong size",
    6: "not finite",
    7: "unsupported version",
    8: "wrong role",
    9: "unknown option",
    10: "busy",
    11: "timed out",
    12: "ending",
    13: "failed",
    14: "impossible",
    15: "diverged",
}


class TandemError(Exception):
    """What the server said in an error frame; ``code`` is a key of ERRORS."""

    def __init__(self, code, text):
        super().__init__(f"{ERRORS.get(code, code)}: {text}")
        self.code = code


class Box:
    """A space of named numbers, each between ``low`` and ``high``, which may be infinite."""

    def __init__(self, names, units, low, high):
        self.names = names
        self.units = units
        self.low = low
        self.high = high
        self.shape = (len(names),)
        self._random = random.Random()

    def seed(self, seed=None):
        self._random = random.Random(seed)

    def sample(self):
        """Evenly within finite bounds, else normally about 0."""
        return [
            self._random.uniform(low, high)
            if math.isfinite(low) and math.isfinite(high)
            else self._random.gauss(0, 1)
            for low, high in zip(self.low, self.high)
        ]

    def contains(self, values):
        """Not what is no list of numbers, either."""
        try:
            floats = listed(values)
        except (AttributeError, OverflowError, TypeError, ValueError):
            return False
        return len(floats) == len(self.names) and all(
            low <= value <= high for low, value, high in zip(self.low, floats, self.high)
        )

    def __contains__(self, values):
        return self.contains(values)

    def blocks(self):
        """Names without their last number, and which of all numbers each has: tool.0 is of tool."""
        found = {}
        for i, name in enumerate(self.names):
            block, _, number = name.rpartition(".")
            found.setdefault(block if number.isdigit() else name, []).append(i)
        return found

    def __repr__(self):
        return f"Box({', '.join(self.names)})"


class ImageSpace:
    """Pictures of one camera: uint8 from 0 to 255, or float32 for forces of a touch pad."""

    def __init__(self, height, width, depth, is_float, rate_hz, delay_seconds):
        self.shape = (height, width, depth)
        self.dtype = "float32" if is_float else "uint8"
        self.low, self.high = (-math.inf, math.inf) if is_float else (0, 255)
        self.rate_hz = rate_hz
        self.delay_seconds = delay_seconds
        self.nbytes = height * width * depth * (4 if is_float else 1)

    def view(self, data):
        if len(data) != self.nbytes:
            raise TandemError(1, f"image: expected {self.nbytes} bytes, found {len(data)}")
        return memoryview(data).cast("f" if self.dtype == "float32" else "B", self.shape)

    def __repr__(self):
        return f"ImageSpace({self.shape}, {self.dtype})"


class Dict(dict):
    """A space of named spaces, as Gymnasium's."""

    @property
    def spaces(self):
        return self


class Payload:
    """Reads one frame from its first byte to its last."""

    def __init__(self, data):
        self._data = data
        self._at = 0

    def take(self, form):
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def text(self):
        length = self.take("H")
        return self.take(f"{length}s").decode("utf-8")

    def numbers(self):
        count = self.take("H")
        values = struct.unpack_from(f"<{count}d", self._data, self._at)
        self._at += 8 * count
        return list(values)

    def parts(self):
        return [(self.text(), self.numbers()) for _ in range(self.take("H"))]

    def image_spaces(self):
        spaces = Dict()
        for _ in range(self.take("H")):
            name = self.text()
            width, height, depth, is_float, rate_hz, delay_seconds = self.take("HHB?dd")
            spaces[name] = ImageSpace(height, width, depth, is_float, rate_hz, delay_seconds)
        return spaces

    def images(self):
        """For each the second of the episode that it shows, and its bytes."""
        found = []
        for _ in range(self.take("H")):
            seconds, length = self.take("dI")
            found.append((seconds, self.take(f"{length}s")))
        return found

    def space(self):
        rows = [(self.text(), self.text(), *self.take("dd")) for _ in range(self.take("H"))]
        return Box(*([row[i] for row in rows] for i in range(4)))


def encode_text(value, what="text"):
    if not isinstance(value, str):
        raise TypeError(f"{what}: expected a text, found {value!r}")
    try:
        data = value.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError(f"{what}: expected a text that UTF-8 has, found {value!r}") from None
    if len(data) > MOST_IN_SHORT:
        raise ValueError(f"{what}: expected at most {MOST_IN_SHORT} bytes, found {len(data)}")
    return struct.pack("<H", len(data)) + data


def checked_seed(seed):
    """As Gymnasium has it: a whole number, not below 0."""
    try:
        whole = operator.index(seed)
    except TypeError:
        raise TypeError(f"seed: expected a whole number, found {seed!r}") from None
    if not 0 <= whole <= MOST_SEED:
        raise ValueError(f"seed: expected 0 to {MOST_SEED}, found {whole}")
    return whole


def encode_options(options):
    """Names and values, each as its text."""
    chosen = {} if options is None else options
    if not isinstance(chosen, dict):
        raise TypeError(f"options: expected a dictionary, found {chosen!r}")
    if len(chosen) > MOST_IN_SHORT:
        raise ValueError(f"options: expected at most {MOST_IN_SHORT}, found {len(chosen)}")
    data = struct.pack("<H", len(chosen))
    for key, value in chosen.items():
        data += encode_text(str(key), "options: name") + encode_text(str(value), "options: value")
    return data


def checked_flag(value, what):
    """One of Python's own or of numpy's; 'no' would count as true."""
    found = value.item() if getattr(value, "shape", None) == () else value
    if not isinstance(found, bool):
        raise TypeError(f"{what}: expected True or False, found {value!r}")
    return found


def number(value):
    """One of Python's own or, without a shape, of numpy's."""
    if getattr(value, "shape", ()) != ():
        raise TypeError
    found = value if isinstance(value, numbers.Real) else value.item()
    if not isinstance(found, numbers.Real):
        raise TypeError
    return float(found)


def listed(values):
    """As floats, in an order that means something."""
    if isinstance(values, (bytes, bytearray, dict, set, frozenset)):
        raise TypeError
    return [number(each) for each in values]


def checked_action(space, action):
    """As many finite numbers as the space has; how large they are, the server sees to."""
    try:
        floats = listed(action)
    except OverflowError:
        raise ValueError("action: expected finite numbers, found one beyond a float") from None
    except (AttributeError, TypeError, ValueError):
        raise TypeError(f"action: expected a list of numbers, found {action!r}") from None
    if len(floats) != len(space.names):
        wanted = f"{len(space.names)} numbers ({', '.join(space.names)})"
        raise ValueError(f"action: expected {wanted}, found {len(floats)}")
    if not all(map(math.isfinite, floats)):
        raise ValueError(f"action: expected finite numbers, found {floats}")
    return floats


class TandemEnv:
    """One task of a server, until ``close``.

    task              its name
    simulator         in which the server simulates it
    observation_space Box of what a policy sees, with names and units, unbounded unless the server
                      says more; with images a Dict of that Box, "state", and of "images", a Dict
                      of an ImageSpace for each camera
    action_space      Box of what it asks for; its bounds are finite
    step_seconds      simulated seconds from one decision to the next
    horizon_steps     decisions after which an episode is truncated
    """

    metadata = {"render_modes": ["rgb_array"]}

    def __init__(
        self, host="127.0.0.1", port=7117, timeout=60.0, name="tandem_env.py", images=False
    ):
        greeting = encode_text(name, "name")
        self._wants_images = checked_flag(images, "images")
        self.render_mode = "rgb_array" if images else None
        self._image_spaces = Dict()
        self._images = {}
        self._image_seconds = {}
        self._most_bytes = MOST_BYTES
        self._seeds = random.Random()
        self._socket = socket.create_connection((host, port), timeout)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._stream = self._socket.makefile("rb")
        try:
            self._greet(greeting)
        except BaseException:
            self._shut()
            raise

    def _greet(self, name):
        wanted = VERSION_WITH_IMAGES if self._wants_images else VERSION
        greeting = MAGIC + struct.pack("<HB", wanted, ROLE_TASK) + name
        if self._wants_images:
            greeting += struct.pack("<?", True)
        spec = self._ask(HELLO, greeting, SPEC)
        magic, version, role = spec.take("4sHB")
        if (magic, version, role) != (MAGIC, wanted, ROLE_TASK):
            raise TandemError(7, f"expected version {wanted}, found {version} of {magic!r}")
        self.task = spec.text()
        self.simulator = spec.text()
        self.observation_space = spec.space()
        self.action_space = spec.space()
        self.step_seconds = spec.take("d")
        self.horizon_steps = spec.take("i")
        if self._wants_images:
            self._image_spaces = spec.image_spaces()
            sizes = (IMAGE_HEAD_BYTES + each.nbytes for each in self._image_spaces.values())
            self._most_bytes = MOST_BYTES + sum(sizes)
            self.observation_space = Dict(state=self.observation_space, images=self._image_spaces)

    def reset(self, seed=None, options=None):
        """Starts an episode: equal seeds give equal ones. Without a seed, one after the other."""
        chosen = encode_options(options)
        if seed is not None:
            seed = checked_seed(seed)
            self._seeds.seed(seed)
        else:
            seed = self._seeds.getrandbits(63)
        payload = struct.pack("<q", seed) + chosen
        observation = self._observed(self._ask(RESET, payload, STATE).numbers())
        return observation, self._noted({"seed": seed})

    def step(self, action):
        """Returns observation, reward, terminated, truncated, info."""
        values = checked_action(self.action_space, action)
        payload = struct.pack(f"<H{len(values)}d", len(values), *values)
        outcome = self._ask(STEP, payload, OUTCOME)
        observation = self._observed(outcome.numbers())
        reward, terminated, truncated, success, verdict = outcome.take("d???B")
        info = {
            "success": success,
            "is_success": success,  # as Stable-Baselines3 calls it
            "verdict": VERDICTS[verdict],
            "cycle_seconds": outcome.take("d"),
            "applied_action": outcome.numbers(),
        }
        stop = outcome.text()
        if stop:
            info["stop"] = stop
        return observation, reward, terminated, truncated, self._noted(info)

    def render(self, camera=None):
        """The newest picture of a camera, of the first without any; None without images."""
        names = list(self._images)
        if not names:
            return None
        if camera is not None and camera not in names:
            raise ValueError(f"camera: expected one of {', '.join(names)}, found {camera!r}")
        return self._images[camera or names[0]]

    def _observed(self, state):
        return {"state": state, "images": self._images} if self._wants_images else state

    def _noted(self, info):
        if self._wants_images:
            info["image_seconds"] = self._image_seconds
        return info

    def _see(self, answer):
        found = answer.images()
        if len(found) != len(self._image_spaces):
            raise TandemError(1, f"expected {len(self._image_spaces)} images, found {len(found)}")
        named = list(zip(self._image_spaces.items(), found))
        self._images = {name: space.view(data) for (name, space), (_, data) in named}
        self._image_seconds = {name: seconds for (name, _), (seconds, _) in named}
        return answer.take("B")

    def close(self):
        """May be called again."""
        if self._socket is not None:
            try:
                self._send(CLOSE, b"")
            except OSError:
                pass  # the server has gone before
            self._shut()

    def _shut(self):
        self._stream.close()
        self._socket.close()
        self._socket = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _ask(self, kind, payload, expected):
        self._send(kind, payload)
        (length,) = struct.unpack("<I", self._read(4))
        if not 1 <= length <= self._most_bytes:
            raise TandemError(2, f"length: expected 1 to {self._most_bytes}, found {length}")
        answer = Payload(self._read(length))
        kind = answer.take("B")
        if kind == ERROR:
            code, _ = answer.take("HB")
            raise TandemError(code, answer.text())
        if kind == SEEN and self._wants_images:
            kind = self._see(answer)
        if kind != expected:
            raise TandemError(4, f"expected a frame of kind {expected}, found {kind}")
        return answer

    def _send(self, kind, payload):
        if self._socket is None:
            raise ConnectionError("the environment is closed; make another one")
        if 1 + len(payload) > MOST_BYTES:
            found = 1 + len(payload)
            raise ValueError(f"frame: expected at most {MOST_BYTES} bytes, found {found}")
        self._socket.sendall(struct.pack("<IB", 1 + len(payload), kind) + payload)

    def _read(self, count):
        data = self._stream.read(count)
        if len(data) < count:
            raise ConnectionError("the server closed the connection")
        return data
