"""Median milliseconds of one SAC update in PyTorch, for `tandem bench learner` to stand beside.

Usage: torch_learner.py CRITICS NORM CALLS UTD DROPOUT. The shapes are the bench's: 17 features, 6
actions, 256x256, LayerNorm on the critics when NORM is 1, batch 256, UTD critic steps on a batch each
before the actor's, dropout in the critics' hidden layers where DROPOUT is above 0 (DroQ), two critics
in the target. It times two ways to write an ensemble, one batched matrix product per layer and one
module per critic, and prints the faster's median; Adam is the multi-tensor one, and only the drawn
target critics are evaluated. The line before the last names the BLAS that PyTorch runs on: the
reference BLAS, which Debian installs when nobody asks for another, is many times slower than OpenBLAS
(`apt install libopenblas0`).
"""
import math
import os
import statistics
import sys
import time

import torch
import torch.nn.functional as F

CRITICS, NORM, CALLS = int(sys.argv[1]), sys.argv[2] == "1", int(sys.argv[3])
UTD, DROPOUT = int(sys.argv[4]), float(sys.argv[5])
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
    return [filled(1.0, CRITICS, 1, HIDDEN), filled(0.0, CRITICS, 1, HIDDEN)] if NORM else []


def layers(p):
    """Weights and bias of each hidden layer with gain and shift, if there are any, and of the last."""
    step = 4 if NORM else 2
    return [p[i:i + step] for i in (0, step)] + [p[2 * step:]]


def forget(x):
    return F.dropout(x, DROPOUT) if DROPOUT > 0 else x


def batched():
    """Weights of all critics side by side, and how to evaluate the drawn ones."""
    weights = dense(FEATURES + ACTIONS, HIDDEN) + norm() + dense(HIDDEN, HIDDEN) + norm()
    return weights + dense(HIDDEN, 1)


def batched_values(p, drawn, observation, action):
    p = p if drawn is None else [w[drawn] for w in p]
    x = torch.cat([observation, action], 1).expand(len(p[0]), -1, -1)
    first, second, last = layers(p)
    for layer in (first, second):
        x = forget(torch.baddbmm(layer[1], x, layer[0]))
        x = F.relu(F.layer_norm(x, (HIDDEN,)) * layer[2] + layer[3] if NORM else x)
    return torch.baddbmm(last[1], x, last[0]).squeeze(2)


def separate():
    """The weights of each critic, critic after critic."""
    return [w.detach()[0].squeeze(0).t().contiguous().requires_grad_() if w.dim() == 3 and w.shape[1] > 1
            else w.detach()[0, 0].clone().requires_grad_()
            for _ in range(CRITICS) for w in batched()]


def separate_values(p, drawn, observation, action):
    x = torch.cat([observation, action], 1)
    result = []
    for critic in range(CRITICS) if drawn is None else drawn.tolist():
        arrays = len(p) // CRITICS
        first, second, last = layers(p[arrays * critic:arrays * (critic + 1)])
        h = x
        for layer in (first, second):
            h = forget(F.linear(h, layer[0], layer[1]))
            h = F.relu(F.layer_norm(h, (HIDDEN,), layer[2], layer[3]) if NORM else h)
        result.append(F.linear(h, last[0], last[1]).squeeze(1))
    return torch.stack(result)


actor = [torch.nn.Linear(FEATURES, HIDDEN), torch.nn.Linear(HIDDEN, HIDDEN),
         torch.nn.Linear(HIDDEN, ACTIONS), torch.nn.Linear(HIDDEN, ACTIONS)]
actor_parameters = [p for layer in actor for p in layer.parameters()]
log_temperature = torch.tensor(math.log(0.01), requires_grad=True)


def act(observation, noise):
    hidden = F.relu(actor[1](F.relu(actor[0](observation))))
    mean, log_std = actor[2](hidden), actor[3](hidden).clamp(math.log(1e-5), math.log(5))
    before = mean + log_std.exp() * noise
    squash = 2 * (math.log(2) - before - F.softplus(-2 * before))
    log_probability = -0.5 * noise * noise - log_std - 0.5 * math.log(2 * math.pi) - squash
    return torch.tanh(before), log_probability.sum(1)


class Learner:
    def __init__(self, weights, values):
        self.values = values
        self.critic = weights
        self.target = [p.detach().clone() for p in weights]
        self.adam = {"actor": torch.optim.Adam(actor_parameters, RATE, foreach=True),
                     "critic": torch.optim.Adam(self.critic, RATE, foreach=True),
                     "temperature": torch.optim.Adam([log_temperature], RATE)}

    def step(self, name, loss):
        self.adam[name].zero_grad(set_to_none=True)
        loss.backward()
        self.adam[name].step()

    def update(self, batches):
        for batch in batches:
            self.learn_values(*batch)
        self.learn_actions(batches[-1][0], batches[-1][-1])

    def learn_values(self, observation, action, reward, following, ended, noise):
        with torch.no_grad():
            next_action, _ = act(following, noise[0])
            drawn = None if CRITICS == 2 else torch.randperm(CRITICS)[:2]
            best = self.values(self.target, drawn, following, next_action).min(0)[0]
            goal = reward + DISCOUNT * (1 - ended) * best
        q = self.values(self.critic, None, observation, action)
        self.step("critic", ((q - goal) ** 2).mean(1).sum())
        with torch.no_grad():
            torch._foreach_mul_(self.target, 1 - TAU)
            torch._foreach_add_(self.target, self.critic, alpha=TAU)

    def learn_actions(self, observation, noise):
        for p in self.critic:
            p.requires_grad_(False)
        new_action, log_probability = act(observation, noise[1])
        temperature = log_temperature.exp().detach()
        q = self.values(self.critic, None, observation, new_action).mean(0)
        self.step("actor", (temperature * log_probability - q).mean())
        for p in self.critic:
            p.requires_grad_(True)
        entropy = -log_probability.detach().mean()
        self.step("temperature", log_temperature.exp() * (entropy - TARGET_ENTROPY))


def random_batch():
    def box(*shape):
        return torch.rand(*shape) * 2 - 1
    return (box(ROWS, FEATURES), box(ROWS, ACTIONS), box(ROWS), box(ROWS, FEATURES), torch.zeros(ROWS),
            torch.randn(2, ROWS, ACTIONS))


def median_ms(learner):
    taken = []
    for call in range(CALLS // 4 + 2 + CALLS):
        batches = [random_batch() for _ in range(UTD)]
        start = time.perf_counter()
        learner.update(batches)
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken[CALLS // 4 + 2:])


def blas():
    with open("/proc/self/maps") as maps:
        text = maps.read().lower()
    return "openblas" if "openblas" in text else "mkl" if "mkl_core" in text else "reference"


times = [median_ms(Learner(batched(), batched_values)), median_ms(Learner(separate(), separate_values))]
print(blas())
print(min(times))
