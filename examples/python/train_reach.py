"""Learns the task `reach` with the cross-entropy method: a linear policy, no library.

    ./tandem sim serve --task reach
    python3 examples/python/train_reach.py

Each generation draws policies about the best of the last one, and keeps those with the highest
return (Rubinstein and Kroese, The Cross-Entropy Method, 2004).
"""

import argparse
import random
import statistics

from tandem_env import TandemEnv

GENERATIONS = 8
POLICIES = 20
ELITE = 5
EPISODES = 2  # of each policy in a generation, the same for all
STEPS = 8  # of a training episode; the task itself allows more
FIRST_DEVIATION = 1.0
EVALUATIONS = 20


def inputs(env):
    """For each action its axis' features: of `dx` those whose names end in `_x`."""
    names = env.observation_space.names
    return [
        [i for i, name in enumerate(names) if name.endswith("_" + action[-1])]
        for action in env.action_space.names
    ]


def act(env, weights, observation):
    """One weight for each input; 1 is as far as the action space goes."""
    weight = iter(weights)
    action = []
    for features, low, high in zip(inputs(env), env.action_space.low, env.action_space.high):
        wish = sum(next(weight) * observation[i] for i in features)
        action.append(low + (max(-1.0, min(1.0, wish)) + 1) / 2 * (high - low))
    return action


def episode(env, weights, seed, steps):
    """Returns the sum of rewards, and whether the task was done."""
    observation, info = env.reset(seed=seed)
    total = 0.0
    for _ in range(steps):
        observation, reward, terminated, truncated, info = env.step(act(env, weights, observation))
        total += reward
        if terminated or truncated:
            break
    return total, info["success"]


def train(env, rng, say):
    size = sum(map(len, inputs(env)))
    mean, deviation = [0.0] * size, [FIRST_DEVIATION] * size
    for generation in range(GENERATIONS):
        seeds = [rng.getrandbits(62) for _ in range(EPISODES)]
        scored = []
        for _ in range(POLICIES):
            weights = [rng.gauss(m, d) for m, d in zip(mean, deviation)]
            scored.append((sum(episode(env, weights, s, STEPS)[0] for s in seeds), weights))
        scored.sort(reverse=True)
        best = [weights for _, weights in scored[:ELITE]]
        mean = [statistics.fmean(column) for column in zip(*best)]
        deviation = [statistics.pstdev(column) for column in zip(*best)]
        say(f"generation {generation + 1}: best return {scored[0][0] / EPISODES:.2f}")
    return mean


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=7117)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with TandemEnv(options.host, options.port) as env:
        policy = train(env, rng, print)
        done = [episode(env, policy, seed, env.horizon_steps)[1] for seed in range(EVALUATIONS)]
    print(f"success {sum(done)} of {EVALUATIONS}")


if __name__ == "__main__":
    main()
