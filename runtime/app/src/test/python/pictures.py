"""Runs an episode with images and the least action, and prints what it was told and saw.

    python3 pictures.py FOLDER_OF_CLIENT PORT SEED STEPS

"space NAME HEIGHT WIDTH DEPTH DTYPE RATE_HZ DELAY_SECONDS" for each image, then after the reset and
each step "state OBSERVATION" and for each image "image NAME SECONDS SHA256 BRIGHTEST".
"""

import hashlib
import sys


def show(env, observation, info):
    print("state", *(float(value).hex() for value in observation["state"]))
    for name, image in observation["images"].items():
        data = image.tobytes()
        assert image.shape == env.observation_space["images"][name].shape
        assert image[0, 0, 0] == data[0]
        digest = hashlib.sha256(data).hexdigest()
        print("image", name, info["image_seconds"][name], digest, max(data))


def main():
    sys.path.insert(0, sys.argv[1])
    from tandem_env import TandemEnv

    with TandemEnv(port=int(sys.argv[2]), images=True) as env:
        for name, space in env.observation_space["images"].items():
            print("space", name, *space.shape, space.dtype, space.rate_hz, space.delay_seconds)
        observation, info = env.reset(seed=int(sys.argv[3]))
        show(env, observation, info)
        for _ in range(int(sys.argv[4])):
            observation, _, _, _, info = env.step(env.action_space.low)
            show(env, observation, info)
        first = next(iter(observation["images"]))
        assert env.render() is observation["images"][first]


main()
