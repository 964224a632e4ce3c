"""As much of numpy's names as examples/python/tandem_gymnasium.py uses, to test it without."""

float32 = "float32"
uint8 = "uint8"

FORMATS = {"f": float32, "B": uint8}


class Flags:
    def __init__(self, writeable):
        self.writeable = writeable


class Array:
    """Nested lists of a shape."""

    def __init__(self, values, dtype, shape, writeable=True):
        self.flags = Flags(writeable)
        self.values = values
        self.dtype = dtype
        self.shape = shape

    def __iter__(self):
        return iter(self.values)


def asarray(values, dtype=None):
    if isinstance(values, memoryview):
        assert dtype is None
        return Array(list(values.cast("B")), FORMATS[values.format], values.shape, not values.readonly)
    assert dtype == float32
    floats = [float(value) for value in values]
    return Array(floats, dtype, (len(floats),))


def array(values):
    """A copy."""
    copy = asarray(values)
    copy.flags.writeable = True
    return copy
