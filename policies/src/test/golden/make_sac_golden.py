"""Writes sac_golden.csv, 50 updates of soft actor-critic by PyTorch's autograd in float64, and
sac_golden_weights.csv, the weights after them: each array's values as float32, little-endian, in
base64.

Weights, batches, noise and drawn critics come from the generator `Lcg`, which SacGolden.java
repeats, so the files hold results only. Run with Debian's python3-torch (made with 1.13.1):

    /usr/bin/python3 make_sac_golden.py ../resources/dev/tandem/policies/golden
"""

import base64
import math
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

FEATURES, ACTIONS, ROWS, UPDATES = 5, 2, 16, 50
DISCOUNT, TAU = 0.97, 0.01
ACTOR_RATE, CRITIC_RATE, TEMPERATURE_RATE = 1e-3, 2e-3, 3e-3
TARGET_ENTROPY = -ACTIONS / 2
MIN_STD, MAX_STD = 0.05, 2.0

# name, seed, critics, updates per step, entropy in the backup, warm-up steps, gradient clip
# (0: none), activation, layer norm on the actor, layer norm on the critics, hidden widths, weight
# decay of AdamW (0: none). Layers of "wide" take several panels of any width that Tandem chooses
# from, none of them full; its targets follow its critics, so the file leaves them out.
SMALL = (16, 16)
CASES = [
    ("two", 20, 2, 1, False, 0, 0.0, F.relu, False, True, SMALL, 0.0),
    ("ten", 20, 10, 1, False, 0, 0.0, F.relu, False, True, SMALL, 0.0),
    ("many", 23, 10, 3, True, 40, 0.5, F.silu, True, True, SMALL, 0.0),
    ("tanh", 20, 2, 2, True, 0, 0.0, torch.tanh, True, True, SMALL, 0.0),
    ("plain", 20, 2, 1, True, 0, 0.0, F.relu, False, False, SMALL, 0.0),
    ("plainTen", 24, 10, 2, False, 0, 0.5, F.silu, False, False, SMALL, 0.0),
    ("wide", 25, 2, 2, True, 40, 0.5, F.silu, True, True, (136, 72), 3.0),
]


class Lcg:
    """Knuth's MMIX generator; values are the top 24 bits, so float32 holds them exactly."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 40

    def unit(self):
        """In [-1, 1)."""
        return self.next() / 2**23 - 1

    def array(self, *shape, scale=1.0, plus=0.0):
        count = math.prod(shape)
        values = np.array([self.unit() for _ in range(count)], dtype=np.float32)
        values = values * np.float32(scale) + np.float32(plus)
        return torch.tensor(values.reshape(shape), dtype=torch.float64)

    def below(self, bound):
        return self.next() % bound

    def subset(self, of, count):
        """Floyd's algorithm."""
        drawn = []
        for newest in range(of - count, of):
            number = self.below(newest + 1)
            drawn.append(newest if number in drawn else number)
        return drawn


def layers(lcg, lead, one, inputs, widths, norm):
    """Weights of the hidden layers in the order of Tandem's layout."""
    result = []
    for before, width in zip((inputs, *widths), widths):
        result.append(lcg.array(*lead, before, width, scale=0.4))
        result.append(lcg.array(*lead, *one, width, scale=0.1))
        if norm:
            result.append(lcg.array(*lead, *one, width, scale=0.1, plus=1.0))
            result.append(lcg.array(*lead, *one, width, scale=0.1))
    return result


def names(norm, heads):
    """As Tandem exports them."""
    kinds = ("weights", "bias") + (("gain", "shift") if norm else ())
    hidden_names = [f"hidden.{i}.{kind}" for i in range(2) for kind in kinds]
    return hidden_names + [f"{head}.{kind}" for head in heads for kind in kinds[:2]]


def hidden(weights, x, norm, activation):
    weights = iter(weights)
    for _ in range(2):
        x = x @ next(weights) + next(weights)
        if norm:
            x = F.layer_norm(x, x.shape[-1:], eps=1e-6) * next(weights) + next(weights)
        x = activation(x)
    return x


class Run:
    def __init__(self, case):
        (_, seed, self.count, self.utd, self.backup, self.warmup, self.clip, self.activation,
         self.actor_norm, self.critic_norm, widths, decay) = case
        self.lcg = Lcg(seed)
        lcg, count = self.lcg, self.count
        last = widths[-1]
        self.actor = layers(lcg, (), (), FEATURES, widths, self.actor_norm)
        self.actor += [lcg.array(last, ACTIONS, scale=0.4), lcg.array(ACTIONS, scale=0.1)]
        self.actor += [lcg.array(last, ACTIONS, scale=0.4), lcg.array(ACTIONS, scale=0.1)]
        self.critics = layers(lcg, (count,), (1,), FEATURES + ACTIONS, widths, self.critic_norm)
        self.critics += [lcg.array(count, last, 1, scale=0.4), lcg.array(count, 1, 1, scale=0.1)]
        self.actor_names = names(self.actor_norm, ("mean", "logStd"))
        self.critic_names = names(self.critic_norm, ("value",))
        self.target = [w.clone() for w in self.critics]
        self.log_temperature = torch.tensor([math.log(np.float32(0.1))], dtype=torch.float64)
        for w in self.actor + self.critics + [self.log_temperature]:
            w.requires_grad_(True)
        self.optimisers = [
            self.adam(self.critic_names, self.critics, CRITIC_RATE, decay),
            self.adam(self.actor_names, self.actor, ACTOR_RATE, decay),
            torch.optim.Adam([self.log_temperature], TEMPERATURE_RATE),
        ]
        self.warm = [
            torch.optim.lr_scheduler.LambdaLR(
                o, lambda done: min(1.0, (done + 1) / self.warmup) if self.warmup else 1.0)
            for o in self.optimisers
        ]

    @staticmethod
    def adam(array_names, arrays, rate, decay):
        """AdamW, whose decay takes weights and leaves biases, gains and shifts."""
        decays = [n.endswith(".weights") for n in array_names]
        return torch.optim.AdamW([
            {"params": [w for w, d in zip(arrays, decays) if d], "weight_decay": decay},
            {"params": [w for w, d in zip(arrays, decays) if not d], "weight_decay": 0.0},
        ], rate)

    def sample(self, observation, noise):
        h = hidden(self.actor[:-4], observation, self.actor_norm, self.activation)
        mean = h @ self.actor[-4] + self.actor[-3]
        log_std = (h @ self.actor[-2] + self.actor[-1]).clamp(math.log(MIN_STD), math.log(MAX_STD))
        normal = torch.distributions.Normal(mean, log_std.exp())
        u = mean + log_std.exp() * noise
        squash = torch.log(1 - torch.tanh(u) ** 2)
        return torch.tanh(u), (normal.log_prob(u) - squash).sum(1)

    def q(self, critics, observation, action):
        x = torch.cat([observation, action], 1).unsqueeze(0)
        h = hidden(critics[:-2], x, self.critic_norm, self.activation)
        return (h @ critics[-2] + critics[-1]).squeeze(2)

    def step(self, which, loss, parameters):
        self.optimisers[which].zero_grad()
        loss.backward(inputs=parameters)
        if self.clip and which < 2:
            torch.nn.utils.clip_grad_norm_(parameters, self.clip)
        self.optimisers[which].step()
        self.warm[which].step()

    def critic_step(self, batch, noise, drawn):
        observation, action, reward, following, terminated = batch
        with torch.no_grad():
            next_action, log_probability = self.sample(following, noise)
            least = self.q([w[drawn] for w in self.target], following, next_action).min(0)[0]
            if self.backup:
                least = least - self.log_temperature.exp() * log_probability
            y = reward + DISCOUNT * (1 - terminated) * least
        q = self.q(self.critics, observation, action)
        loss = ((q - y) ** 2).mean(1).sum()
        self.step(0, loss, self.critics)
        with torch.no_grad():
            for slow, fast in zip(self.target, self.critics):
                slow += TAU * (fast - slow)
        return loss.item(), q.mean().item()

    def update(self):
        rows = ROWS * self.utd
        batch = (
            self.lcg.array(rows, FEATURES),
            self.lcg.array(rows, ACTIONS),
            self.lcg.array(rows, scale=1.0, plus=2.0),
            self.lcg.array(rows, FEATURES),
            torch.tensor([float(self.lcg.below(4) == 0) for _ in range(rows)]).double(),
        )
        noise = self.lcg.array(rows + ROWS, ACTIONS, scale=2.0)
        drawn = [self.lcg.subset(self.count, 2) for _ in range(self.utd)]
        for k in range(self.utd):
            share = slice(k * ROWS, (k + 1) * ROWS)
            part = tuple(array[share] for array in batch)
            critic_loss, mean_q = self.critic_step(part, noise[share], drawn[k])
        action, log_probability = self.sample(part[0], noise[rows:])
        temperature = self.log_temperature.exp().detach()
        actor_loss = (temperature * log_probability - self.q(self.critics, part[0], action)).mean()
        self.step(1, actor_loss, self.actor)
        entropy = -log_probability.mean().item()
        self.step(2, (self.log_temperature.exp() * (entropy - TARGET_ENTROPY)).sum(),
                  [self.log_temperature])
        return critic_loss, actor_loss.item(), self.log_temperature.exp().item(), entropy, mean_q

    def arrays(self):
        """Names as Tandem exports them."""
        yield from ((f"actor/{n}", w) for n, w in zip(self.actor_names, self.actor))
        yield from ((f"critics/{n}", w) for n, w in zip(self.critic_names, self.critics))
        yield from ((f"target/{n}", w) for n, w in zip(self.critic_names, self.target))


def text(array):
    return base64.b64encode(array.detach().numpy().astype("<f4").tobytes()).decode("ascii")


def main():
    folder = pathlib.Path(sys.argv[1])
    losses = ["case,update,critic_loss,actor_loss,temperature,entropy,mean_q"]
    weights = ["case,array,values"]
    for case in CASES:
        run = Run(case)
        for update in range(UPDATES):
            losses.append(",".join([case[0], str(update), *(f"{v:.9g}" for v in run.update())]))
        for name, array in run.arrays():
            if case[0] == "wide" and name.startswith("target/"):
                continue
            weights.append(",".join([case[0], name, text(array)]))
    (folder / "sac_golden.csv").write_text("\n".join(losses) + "\n")
    (folder / "sac_golden_weights.csv").write_text("\n".join(weights) + "\n")


if __name__ == "__main__":
    main()
