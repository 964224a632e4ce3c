"""The two spaces, with what they contain told as strictly as Gymnasium does."""


class Box:
    def __init__(self, low, high, shape=None, dtype=None):
        self.dtype = dtype
        self.low = low
        self.high = high
        if shape is None:
            assert low.shape == high.shape and low.dtype == high.dtype == dtype
        self.shape = low.shape if shape is None else shape

    def contains(self, found):
        if found.shape != self.shape or found.dtype != self.dtype:
            return False
        if isinstance(self.low, (int, float)):
            return all(self.low <= value <= self.high for value in found)
        return all(low <= value <= high for low, value, high in zip(self.low, found, self.high))

    def __repr__(self):
        return f"Box{self.shape} {self.dtype}"


class Dict:
    def __init__(self, spaces):
        self.spaces = spaces

    def contains(self, found):
        return found.keys() == self.spaces.keys() and all(
            space.contains(found[name]) for name, space in self.spaces.items()
        )

    def __repr__(self):
        return "{" + ", ".join(f"{name}: {space}" for name, space in self.spaces.items()) + "}"
