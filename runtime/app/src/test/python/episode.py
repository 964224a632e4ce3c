"""Runs episodes with random actions, and prints all of them as hexadecimal floats.

    python3 episode.py FOLDER_OF_CLIENT PORT SEED...

For each seed "reset OBSERVATION", then for each step
"step ACTION | OBSERVATION | REWARD CYCLE_SECONDS | TERMINATED TRUNCATED SUCCESS VERDICT".
"""

import sys


def numbers(values):
    return " ".join(float(value).hex() for value in values)


def main():
    sys.path.insert(0, sys.argv[1])
    from tandem_env import TandemEnv

    with TandemEnv(port=int(sys.argv[2])) as env:
        print("task", env.task, env.simulator, env.step_seconds, env.horizon_steps)
        print("features", *env.observation_space.names)
        for seed in map(int, sys.argv[3:]):
            env.action_space.seed(seed)
            observation, info = env.reset(seed=seed)
            print("reset", numbers(observation))
            terminated = truncated = False
            while not (terminated or truncated):
                action = env.action_space.sample()
                observation, reward, terminated, truncated, info = env.step(action)
                flags = [int(terminated), int(truncated), int(info["success"]), info["verdict"]]
                print("step", numbers(action), "|", numbers(observation), end=" | ")
                print(numbers([reward, info["cycle_seconds"]]), "|", *flags)


main()
