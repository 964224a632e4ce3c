"""Median milliseconds of one SAC update in PyTorch, for `tandem bench learner` to stand beside.

Usage: torch_learner.py CRITICS CALLS. The shapes are the bench's: 17 features, 6 actions, 256x256,
LayerNorm on the critics, batch 256, UTD 1, two critics in the target. The ensemble is one batched
matrix product per layer and Adam is the multi-tensor one: the fastest variant that we found.
"""
import math
import os
import statistics
import sys
import time

import torch
import torch.nn.functional as F

CRITICS, CALLS = int(sys.argv[1]), int(sys.argv[2])
FEATURES, ACTIONS, HIDDEN, ROWS = 17, 6, 256, 256
DISCOUNT, TAU, RATE, TARGET_ENTROPY = 0.99, 0.005, 3e-4, -ACTIONS / 2
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
torch.manual_seed(1)


def uniform(*shape):
    return ((torch.rand(*shape) * 2 - 1) / math.sqrt(shape[-2])).requires_grad_()


def filled(value, *shape):
    return torch.full(shape, value).requires_grad_()


def dense(inputs, outputs):
    return [uniform(CRITICS, inputs, outputs), filled(0.0, CRITICS, 1, outputs)]


def norm():
    return [filled(1.0, CRITICS, 1, HIDDEN), filled(0.0, CRITICS, 1, HIDDEN)]


actor = [torch.nn.Linear(FEATURES, HIDDEN), torch.nn.Linear(HIDDEN, HIDDEN),
         torch.nn.Linear(HIDDEN, ACTIONS), torch.nn.Linear(HIDDEN, ACTIONS)]
actor_parameters = [p for layer in actor for p in layer.parameters()]
critic = dense(FEATURES + ACTIONS, HIDDEN) + norm() + dense(HIDDEN, HIDDEN) + norm() + dense(HIDDEN, 1)
target = [p.detach().clone() for p in critic]
log_temperature = torch.tensor(math.log(0.01), requires_grad=True)
adam = {"actor": torch.optim.Adam(actor_parameters, RATE, foreach=True),
        "critic": torch.optim.Adam(critic, RATE, foreach=True),
        "temperature": torch.optim.Adam([log_temperature], RATE)}


def act(observation, noise):
    hidden = F.relu(actor[1](F.relu(actor[0](observation))))
    mean, log_std = actor[2](hidden), actor[3](hidden).clamp(math.log(1e-5), math.log(5))
    before = mean + log_std.exp() * noise
    squash = 2 * (math.log(2) - before - F.softplus(-2 * before))
    log_probability = -0.5 * noise * noise - log_std - 0.5 * math.log(2 * math.pi) - squash
    return torch.tanh(before), log_probability.sum(1)


def values(p, observation, action):
    x = torch.cat([observation, action], 1).expand(CRITICS, -1, -1)
    x = torch.baddbmm(p[1], x, p[0])
    x = F.relu(F.layer_norm(x, (HIDDEN,)) * p[2] + p[3])
    x = torch.baddbmm(p[5], x, p[4])
    x = F.relu(F.layer_norm(x, (HIDDEN,)) * p[6] + p[7])
    return torch.baddbmm(p[9], x, p[8]).squeeze(2)


def step(name, loss):
    adam[name].zero_grad(set_to_none=True)
    loss.backward()
    adam[name].step()


def update(observation, action, reward, following, ended, noise):
    with torch.no_grad():
        next_action, _ = act(following, noise[0])
        drawn = torch.randperm(CRITICS)[:2]
        best = values(target, following, next_action)[drawn].min(0)[0]
        goal = reward + DISCOUNT * (1 - ended) * best
    step("critic", ((values(critic, observation, action) - goal) ** 2).mean(1).sum())
    with torch.no_grad():
        torch._foreach_mul_(target, 1 - TAU)
        torch._foreach_add_(target, critic, alpha=TAU)
    for p in critic:
        p.requires_grad_(False)
    new_action, log_probability = act(observation, noise[1])
    temperature = log_temperature.exp().detach()
    step("actor", (temperature * log_probability - values(critic, observation, new_action).mean(0)).mean())
    for p in critic:
        p.requires_grad_(True)
    step("temperature", -(log_temperature.exp() * (log_probability.detach().mean() + TARGET_ENTROPY)))


def random_batch():
    def box(*shape):
        return torch.rand(*shape) * 2 - 1
    return (box(ROWS, FEATURES), box(ROWS, ACTIONS), box(ROWS), box(ROWS, FEATURES), torch.zeros(ROWS),
            torch.randn(2, ROWS, ACTIONS))


taken = []
for call in range(CALLS // 4 + 2 + CALLS):
    batch = random_batch()
    start = time.perf_counter()
    update(*batch)
    taken.append((time.perf_counter() - start) * 1e3)
print(statistics.median(taken[CALLS // 4 + 2:]))
