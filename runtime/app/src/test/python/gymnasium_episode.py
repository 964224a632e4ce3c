"""Steps a task through tandem_gymnasium.py, and prints its spaces.

    python3 gymnasium_episode.py FOLDER_OF_CLIENT FOLDER_OF_STANDINS PORT KEYWORD...

KEYWORD is "images" or "named", each then True. Every observation has to be of the space.
"""

import sys


def main():
    sys.path[:0] = sys.argv[1:3]
    from tandem_gymnasium import TandemGym

    wrong = [{"render_mode": "human"}, {"render_mode": "rgb_array"}]
    for arguments in wrong:
        try:
            TandemGym(port=int(sys.argv[3]), **arguments)
            raise AssertionError(arguments)
        except ValueError as error:
            assert str(error).startswith("render_mode: expected "), error
    with_images = "images" in sys.argv[4:]
    rendered = "rgb_array" if with_images else None
    keywords = {keyword: True for keyword in sys.argv[4:]}
    env = TandemGym(port=int(sys.argv[3]), render_mode=rendered, **keywords)
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
    assert TandemGym.metadata["render_modes"] == ["rgb_array"]
    if with_images:
        pictures = observation["pixels"] if "pixels" in observation else observation["images"]
        assert all(its.flags.writeable for its in [picture, *pictures.values()])
    print("picture", picture.shape if with_images else None)
    env.close()


main()
