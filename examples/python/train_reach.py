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

GENERATIONS = 10
POLICIES = 24
ELITE = 6
STEPS = 12  # of a training episode; the task itself allows more
FIRST_DEVIATION = 0.5
LEAST_DEVIATION = 0.02
EVALUATIONS = 20


def act(env, weights, observation):
    """One row of weights for each action; 1 is as far as the action space goes."""
    width = len(observation)
    action = []
    for row, (low, high) in enumerate(zip(env.action_space.low, env.action_space.high)):
        wish = sum(weights[row * width + i] * x for i, x in enumerate(observation))
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
    size = env.observation_space.shape[0] * env.action_space.shape[0]
    mean, deviation = [0.0] * size, [FIRST_DEVIATION] * size
    for generation in range(GENERATIONS):
        seed = rng.getrandbits(62)
        drawn = [[rng.gauss(m, d) for m, d in zip(mean, deviation)] for _ in range(POLICIES)]
        scored = sorted(((episode(env, w, seed, STEPS)[0], w) for w in drawn), reverse=True)
        best = [weights for _, weights in scored[:ELITE]]
        mean = [statistics.fmean(column) for column in zip(*best)]
        deviation = [max(LEAST_DEVIATION, statistics.pstdev(column)) for column in zip(*best)]
        say(f"generation {generation + 1}: best return {scored[0][0]:.2f}")
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
