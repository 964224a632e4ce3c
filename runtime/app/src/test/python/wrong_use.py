"""Misuses the client in several ways, and prints what it says to each.

    python3 wrong_use.py FOLDER_OF_CLIENT PORT
"""

import re
import sys


class Row(list):
    """One of a matrix of numpy's."""

    shape = (1,)

    def item(self):
        return self[0]


class Word:
    """A text of numpy's."""

    shape = ()

    def item(self):
        return "1"


class Numpys:
    """A number of numpy's, which is none of Python's."""

    shape = ()

    def item(self):
        return 0.01


def main():
    sys.path.insert(0, sys.argv[1])
    from tandem_env import TandemEnv

    with TandemEnv(port=int(sys.argv[2])) as env:
        env.reset(seed=True)
        wrong = [
            lambda: env.reset(seed="x"),
            lambda: env.reset(seed=1.5),
            lambda: env.reset(seed=-1),
            lambda: env.reset(seed=1 << 63),
            lambda: env.reset(options=["x"]),
            lambda: env.step([0.0, 0.0]),
            lambda: env.step(3),
            lambda: env.step(["a", 0, 0]),
            lambda: env.step([float("nan"), 0, 0]),
            lambda: env.step([0, 10**400, 0]),
            lambda: env.step([Row([0.0]), Row([0.0]), Row([0.0])]),
            lambda: env.step([0, Word(), 0]),
            lambda: env.step(b"abc"),
            lambda: env.step({0: 1, 1: 1, 2: 1}),
            lambda: env.reset(options={"a": "b" * 70000}),
            lambda: env.reset(options={"a" * 70000: 1}),
            lambda: env.reset(options=dict.fromkeys(range(70000))),
            lambda: env.reset(options={str(i) + "a" * 60000: "" for i in range(20)}),
            lambda: TandemEnv(port=1, name="n" * 70000),
            lambda: TandemEnv(port=1, name=3),
            lambda: TandemEnv(port=1, name="me\udc80"),
            lambda: env.reset(options={"a": "\ud800"}),
            lambda: TandemEnv(port=1, images="no"),
            lambda: TandemEnv(port=1, images=1),
            lambda: TandemEnv(port=1, images=None),
        ]
        for use in wrong:
            try:
                use()
            except (TypeError, ValueError) as error:
                print(re.sub(r" object at \w+", "", f"{type(error).__name__}: {error}"))
            else:
                print("nothing was wrong")
        space = env.action_space
        for none in (5, None, "abc", b"abc", ["a", 0, 0], [[0], [0], [0]], {0: 1, 1: 1, 2: 1}):
            assert not space.contains(none) and none not in space, none
        for outside in ([0, 0], [0, 0, 0, 0], [float("nan"), 0, 0], [10**400, 0, 0], [1e9, 0, 0]):
            assert not space.contains(outside), outside
        assert space.contains([0, 0.0, Numpys()]) and space.sample() in space
        _, info = env.reset(seed=(1 << 63) - 1)
        print("seed", info["seed"])
        print("steps", len(env.step([Numpys(), 0, 0.01])))


main()
