"""Misuses the client in several ways, and prints what it says to each.

    python3 wrong_use.py FOLDER_OF_CLIENT PORT
"""

import sys


class Numpys:
    """A number of numpy's, which is none of Python's."""

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
        ]
        for use in wrong:
            try:
                use()
            except (TypeError, ValueError) as error:
                print(f"{type(error).__name__}: {error}")
        _, info = env.reset(seed=(1 << 63) - 1)
        print("seed", info["seed"])
        print("steps", len(env.step([Numpys(), 0, 0.01])))


main()
