"""A Tandem task as an environment of Gymnasium. Needs gymnasium and numpy.

    ./tandem sim serve --task pick-cube --sim mujoco

    from tandem_gymnasium import TandemGym
    env = TandemGym()                          # a Box
    env = TandemGym(images=True, named=True)   # {"state": {...}, "images": {...}}, as SERL's is

Images are copies that may be written to. `gymnasium.make` knows it after

    gymnasium.register("tandem/Task-v0", entry_point="tandem_gymnasium:TandemGym")

Arguments beside `named` and `render_mode` are TandemEnv's. Actions of pick-cube are SERL's, -1 to 1; those of tasks
of Tandem's own are in SI units, which `gymnasium.wrappers.RescaleAction` brings to -1 to 1.
"""

import gymnasium
import numpy

from tandem_env import TandemEnv, checked_flag


def box(low, high):
    return gymnasium.spaces.Box(
        numpy.asarray(low, dtype=numpy.float32),
        numpy.asarray(high, dtype=numpy.float32),
        dtype=numpy.float32,
    )


def picture_space(space):
    dtype = numpy.float32 if space.dtype == "float32" else numpy.uint8
    return gymnasium.spaces.Box(space.low, space.high, shape=space.shape, dtype=dtype)


def space_of(parts):
    """A Dict of what has names, within each other."""
    if isinstance(parts, dict):
        return gymnasium.spaces.Dict({name: space_of(its) for name, its in parts.items()})
    return parts


class TandemGym(gymnasium.Env):
    """One task of a server, until `close`.

    named        whether the state is a Dict of its blocks, such as panda/tcp_pos of three numbers;
                 gym-hil's agent_pos and environment_state stand beside "pixels", as gym-hil's do
    images       whether it comes with images: then the observation is a Dict of "state" and "images"
    render_mode  None, or "rgb_array" with images: `render` then gives the first camera's newest one
    """

    metadata = {"render_modes": ["rgb_array"], "render_fps": 50}

    def __init__(self, named=False, images=False, render_mode=None, **where):
        named, images = checked_flag(named, "named"), checked_flag(images, "images")
        if render_mode not in (None, "rgb_array"):
            raise ValueError(f"render_mode: expected None or 'rgb_array', found {render_mode!r}")
        if render_mode is not None and not images:
            raise ValueError("render_mode: expected images=True with 'rgb_array', found images=False")
        self.env = TandemEnv(images=images, **where)
        self.render_mode = render_mode
        self.metadata = {**self.metadata, "render_fps": round(1 / self.env.step_seconds)}
        theirs = self.env.observation_space
        self._images = theirs["images"] if images else {}
        state = theirs["state"] if images else theirs
        self._blocks = state.blocks() if named else {}
        self.observation_space = self._space(state)
        self.action_space = box(self.env.action_space.low, self.env.action_space.high)

    def _space(self, state):
        told = box(state.low, state.high)
        if self._blocks:
            told = {
                name: box([state.low[i] for i in its], [state.high[i] for i in its])
                for name, its in self._blocks.items()
            }
        pictures = {name: picture_space(its) for name, its in self._images.items()}
        return space_of(self._together(told, pictures))

    def _together(self, state, pictures):
        if not self._blocks and not self._images:
            return state
        as_gym_hil = "agent_pos" in self._blocks
        parts = dict(state) if as_gym_hil else {"state": state}
        if self._images:
            parts["pixels" if as_gym_hil else "images"] = pictures
        return parts

    def _observation(self, seen):
        state = seen["state"] if self._images else seen
        told = numpy.asarray(state, dtype=numpy.float32)
        if self._blocks:
            told = {
                name: numpy.asarray([state[i] for i in its], dtype=numpy.float32)
                for name, its in self._blocks.items()
            }
        images = seen["images"] if self._images else {}
        return self._together(told, {name: numpy.array(its) for name, its in images.items()})

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        seen, info = self.env.reset(seed, options)
        return self._observation(seen), info

    def step(self, action):
        seen, *rest = self.env.step(action)
        return self._observation(seen), *rest

    def render(self):
        picture = None if self.render_mode is None else self.env.render()
        return None if picture is None else numpy.array(picture)

    def close(self):
        self.env.close()
