"""As much of numpy's names as examples/python/tandem_gymnasium.py uses, to test it without."""

float32 = "float32"
uint8 = "uint8"

FORMATS = {"f": float32, "B": uint8}


class Array:
    """Nested lists of a shape."""

    def __init__(self, values, dtype, shape):
        self.values = values
        self.dtype = dtype
        self.shape = shape

    def __iter__(self):
        return iter(self.values)


def asarray(values, dtype=None):
    if isinstance(values, memoryview):
        assert dtype is None
        return Array(list(values.cast("B")), FORMATS[values.format], values.shape)
    assert dtype == float32
    floats = [float(value) for value in values]
    return Array(floats, dtype, (len(floats),))
