"""As much of Gymnasium as examples/python/tandem_gymnasium.py uses, to test it without."""

from gymnasium import spaces as spaces


class Env:
    last_seed = "none"

    def reset(self, *, seed=None, options=None):
        assert options is None
        self.last_seed = seed
