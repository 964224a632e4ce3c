"""Steps a task through tandem_gymnasium.py, and prints its spaces.

    python3 gymnasium_episode.py FOLDER_OF_CLIENT FOLDER_OF_STANDINS PORT KEYWORD...

KEYWORD is "images" or "named", each then True. Every observation has to be of the space.
"""

import sys


def main():
    sys.path[:0] = sys.argv[1:3]
    from tandem_gymnasium import TandemGym

    with_images = "images" in sys.argv[4:]
    env = TandemGym(port=int(sys.argv[3]), **{keyword: True for keyword in sys.argv[4:]})
    print("observation", env.observation_space)
    print("action", env.action_space, *env.action_space.low, *env.action_space.high)
    print("render", env.metadata["render_modes"], env.metadata["render_fps"], env.render_mode)
    observation, info = env.reset(seed=3)
    assert env.last_seed == 3
    assert env.observation_space.contains(observation)
    for _ in range(3):
        observation, reward, terminated, truncated, info = env.step(env.action_space.high)
        assert env.observation_space.contains(observation)
        assert isinstance(reward, float) and terminated is False and truncated is False
        assert info["is_success"] is False
    picture = env.render()
    assert (picture is not None) == with_images
    print("picture", picture.shape if with_images else None)
    env.close()


main()
