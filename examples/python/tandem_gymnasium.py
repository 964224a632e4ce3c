"""A Tandem task as an environment of Gymnasium. Needs gymnasium and numpy.

    ./tandem sim serve --task pick-cube --sim mujoco

    from tandem_gymnasium import TandemGym
    env = TandemGym()                          # a Box
    env = TandemGym(images=True, named=True)   # {"state": {...}, "images": {...}}, as SERL's is

Arguments beside `named` are TandemEnv's. Actions of pick-cube are SERL's, -1 to 1; those of tasks
of Tandem's own are in SI units, which `gymnasium.wrappers.RescaleAction` brings to -1 to 1.
"""

import gymnasium
import numpy

from tandem_env import TandemEnv


def box(low, high):
    return gymnasium.spaces.Box(
        numpy.asarray(low, dtype=numpy.float32),
        numpy.asarray(high, dtype=numpy.float32),
        dtype=numpy.float32,
    )


def picture_space(space):
    dtype = numpy.float32 if space.dtype == "float32" else numpy.uint8
    return gymnasium.spaces.Box(space.low, space.high, shape=space.shape, dtype=dtype)


class TandemGym(gymnasium.Env):
    """One task of a server, until `close`.

    named   whether the state is a Dict of its blocks, such as panda/tcp_pos of three numbers
    images  whether it comes with images: then the observation is a Dict of "state" and "images"
    """

    def __init__(self, named=False, images=False, **where):
        self.env = TandemEnv(images=images, **where)
        self.render_mode = self.env.render_mode
        self.metadata = {
            "render_modes": ["rgb_array"] if images else [],
            "render_fps": round(1 / self.env.step_seconds),
        }
        theirs = self.env.observation_space
        self._images = theirs["images"] if images else {}
        state = theirs["state"] if images else theirs
        self._blocks = state.blocks() if named else {}
        self.observation_space = self._space(state)
        self.action_space = box(self.env.action_space.low, self.env.action_space.high)

    def _space(self, state):
        space = box(state.low, state.high)
        if self._blocks:
            space = gymnasium.spaces.Dict(
                {
                    name: box([state.low[i] for i in its], [state.high[i] for i in its])
                    for name, its in self._blocks.items()
                }
            )
        if self._images or self._blocks:
            parts = {"state": space}
            if self._images:
                pictures = {name: picture_space(its) for name, its in self._images.items()}
                parts["images"] = gymnasium.spaces.Dict(pictures)
            return gymnasium.spaces.Dict(parts)
        return space

    def _observation(self, seen):
        state = seen["state"] if self._images else seen
        told = numpy.asarray(state, dtype=numpy.float32)
        if self._blocks:
            told = {
                name: numpy.asarray([state[i] for i in its], dtype=numpy.float32)
                for name, its in self._blocks.items()
            }
        if self._images:
            pictures = {name: numpy.asarray(its) for name, its in seen["images"].items()}
            return {"state": told, "images": pictures}
        return {"state": told} if self._blocks else told

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        seen, info = self.env.reset(seed, options)
        return self._observation(seen), info

    def step(self, action):
        seen, *rest = self.env.step(action)
        return self._observation(seen), *rest

    def render(self):
        picture = self.env.render()
        return None if picture is None else numpy.asarray(picture)

    def close(self):
        self.env.close()
