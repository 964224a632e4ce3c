// Median milliseconds of one SAC update with libtorch, PyTorch's C++ library, for `tandem bench
// learner --libtorch` to stand beside: torch_learner.py without Python.
//
// Usage: torch_learner CRITICS NORM CALLS UTD DROPOUT, with the meaning and the shapes that they have
// there. It times the same two ways to write an ensemble, one batched matrix product per layer and one
// product per critic, and prints the faster's median. Adam is libtorch's, parameter by parameter: its
// C++ library has no multi-tensor one.
//
//   g++ -O2 -std=c++17 -I/usr/include/torch/csrc/api/include torch_learner.cpp -o torch_learner \
//     -ltorch -ltorch_cpu -lc10
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace F = torch::nn::functional;
using torch::Tensor;
using Tensors = std::vector<Tensor>;

constexpr int FEATURES = 17, ACTIONS = 6, HIDDEN = 256, ROWS = 256;
constexpr double DISCOUNT = 0.99, TAU = 0.005, RATE = 3e-4, TARGET_ENTROPY = -ACTIONS / 2.0;
static int CRITICS, CALLS, UTD;
static bool NORM;
static double DROPOUT;

Tensor uniform(int64_t critics, int64_t inputs, int64_t outputs) {
  return (torch::rand({critics, inputs, outputs}) * 2 - 1) / std::sqrt(double(inputs));
}

// Weights of the critics side by side: weights and bias of each hidden layer, then gain and shift.
Tensors batched(int64_t critics) {
  Tensors p;
  for (int64_t inputs : {FEATURES + ACTIONS, HIDDEN}) {
    p.push_back(uniform(critics, inputs, HIDDEN));
    p.push_back(torch::zeros({critics, 1, HIDDEN}));
    if (NORM) {
      p.push_back(torch::ones({critics, 1, HIDDEN}));
      p.push_back(torch::zeros({critics, 1, HIDDEN}));
    }
  }
  p.push_back(uniform(critics, HIDDEN, 1));
  p.push_back(torch::zeros({critics, 1, 1}));
  return p;
}

// The same critic after critic, transposed as F::linear wants it.
Tensors separate() {
  Tensors p;
  for (int critic = 0; critic < CRITICS; critic++) {
    for (const Tensor& w : batched(1)) {
      p.push_back(w.size(1) > 1 ? w[0].t().contiguous() : w[0][0].clone());
    }
  }
  return p;
}

Tensor forget(const Tensor& x) { return DROPOUT > 0 ? torch::dropout(x, DROPOUT, true) : x; }

Tensor batched_values(const Tensors& all, const Tensor& drawn, const Tensor& s, const Tensor& a) {
  Tensors p = all;
  if (drawn.defined()) {
    for (Tensor& w : p) w = w.index_select(0, drawn);
  }
  Tensor x = torch::cat({s, a}, 1).expand({p[0].size(0), -1, -1});
  const int step = NORM ? 4 : 2;
  for (int at = 0; at < 2 * step; at += step) {
    x = forget(torch::baddbmm(p[at + 1], x, p[at]));
    x = torch::relu(NORM ? torch::layer_norm(x, {HIDDEN}) * p[at + 2] + p[at + 3] : x);
  }
  return torch::baddbmm(p[2 * step + 1], x, p[2 * step]).squeeze(2);
}

Tensor separate_values(const Tensors& p, const Tensor& drawn, const Tensor& s, const Tensor& a) {
  Tensor x = torch::cat({s, a}, 1);
  Tensors result;
  const int step = NORM ? 4 : 2, arrays = 2 * step + 2;
  const int count = drawn.defined() ? int(drawn.size(0)) : CRITICS;
  for (int i = 0; i < count; i++) {
    const int critic = drawn.defined() ? int(drawn[i].item<int64_t>()) : i;
    const Tensor* w = &p[arrays * critic];
    Tensor h = x;
    for (int at = 0; at < 2 * step; at += step) {
      h = forget(torch::linear(h, w[at], w[at + 1]));
      h = torch::relu(NORM ? torch::layer_norm(h, {HIDDEN}, w[at + 2], w[at + 3]) : h);
    }
    result.push_back(torch::linear(h, w[2 * step], w[2 * step + 1]).squeeze(1));
  }
  return torch::stack(result);
}

using Values = Tensor (*)(const Tensors&, const Tensor&, const Tensor&, const Tensor&);

struct Batch {
  Tensor observation, action, reward, following, ended, noise;
};

Tensor box(torch::IntArrayRef shape) { return torch::rand(shape) * 2 - 1; }

Batch random_batch() {
  return {box({ROWS, FEATURES}), box({ROWS, ACTIONS}), box({ROWS}), box({ROWS, FEATURES}),
          torch::zeros({ROWS}), torch::randn({2, ROWS, ACTIONS})};
}

struct Learner {
  Values values;
  Tensors critic, target, actor;
  Tensor log_temperature = torch::full({}, std::log(0.01)).requires_grad_();
  torch::optim::Adam critic_adam, actor_adam, temperature_adam;

  static Tensors learnt(Tensors weights) {
    for (Tensor& w : weights) w.requires_grad_();
    return weights;
  }

  static Tensors actor_weights() {
    Tensors p;
    const int64_t widths[4][2] = {{HIDDEN, FEATURES}, {HIDDEN, HIDDEN}, {ACTIONS, HIDDEN}, {ACTIONS, HIDDEN}};
    for (auto [outputs, inputs] : widths) {
      p.push_back(box({outputs, inputs}) / std::sqrt(double(inputs)));
      p.push_back(torch::zeros({outputs}));
    }
    return p;
  }

  Learner(Tensors weights, Values values)
      : values(values), critic(learnt(weights)), actor(learnt(actor_weights())),
        critic_adam(critic, RATE), actor_adam(actor, RATE), temperature_adam(Tensors{log_temperature}, RATE) {
    for (const Tensor& w : critic) target.push_back(w.detach().clone());
  }

  std::pair<Tensor, Tensor> act(const Tensor& observation, const Tensor& noise) {
    Tensor h = torch::relu(torch::linear(observation, actor[0], actor[1]));
    h = torch::relu(torch::linear(h, actor[2], actor[3]));
    Tensor mean = torch::linear(h, actor[4], actor[5]);
    Tensor log_std = torch::linear(h, actor[6], actor[7]).clamp(std::log(1e-5), std::log(5.0));
    Tensor before = mean + log_std.exp() * noise;
    Tensor squash = 2 * (std::log(2.0) - before - torch::softplus(-2 * before));
    Tensor log_probability = -0.5 * noise * noise - log_std - 0.5 * std::log(2 * M_PI) - squash;
    return {torch::tanh(before), log_probability.sum(1)};
  }

  static void step(torch::optim::Adam& adam, const Tensor& loss) {
    adam.zero_grad();
    loss.backward();
    adam.step();
  }

  void learn_values(const Batch& b) {
    Tensor goal;
    {
      torch::NoGradGuard none;
      Tensor drawn = CRITICS == 2 ? Tensor() : torch::randperm(CRITICS).narrow(0, 0, 2);
      Tensor best = std::get<0>(values(target, drawn, b.following, act(b.following, b.noise[0]).first).min(0));
      goal = b.reward + DISCOUNT * (1 - b.ended) * best;
    }
    Tensor q = values(critic, Tensor(), b.observation, b.action);
    step(critic_adam, (q - goal).square().mean(1).sum());
    torch::NoGradGuard none;
    torch::_foreach_mul_(target, 1 - TAU);
    torch::_foreach_add_(target, critic, TAU);
  }

  void learn_actions(const Batch& b) {
    for (Tensor& w : critic) w.requires_grad_(false);
    auto [action, log_probability] = act(b.observation, b.noise[1]);
    Tensor q = values(critic, Tensor(), b.observation, action).mean(0);
    step(actor_adam, (log_temperature.exp().detach() * log_probability - q).mean());
    for (Tensor& w : critic) w.requires_grad_(true);
    Tensor entropy = -log_probability.detach().mean();
    step(temperature_adam, log_temperature.exp() * (entropy - TARGET_ENTROPY));
  }

  double median_ms() {
    std::vector<double> taken;
    for (int call = 0; call < CALLS / 4 + 2 + CALLS; call++) {
      std::vector<Batch> batches;
      for (int i = 0; i < UTD; i++) batches.push_back(random_batch());
      const auto start = std::chrono::steady_clock::now();
      for (const Batch& b : batches) learn_values(b);
      learn_actions(batches.back());
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      if (call >= CALLS / 4 + 2) taken.push_back(took.count());
    }
    std::sort(taken.begin(), taken.end());
    return (taken[(taken.size() - 1) / 2] + taken[taken.size() / 2]) / 2;
  }
};

int main(int count, char** given) {
  if (count != 6) {
    std::fprintf(stderr, "expected CRITICS NORM CALLS UTD DROPOUT, found %d arguments\n", count - 1);
    return 2;
  }
  CRITICS = std::atoi(given[1]);
  NORM = std::atoi(given[2]) == 1;
  CALLS = std::atoi(given[3]);
  UTD = std::atoi(given[4]);
  DROPOUT = std::atof(given[5]);
  const char* threads = std::getenv("OMP_NUM_THREADS");
  torch::set_num_threads(threads ? std::atoi(threads) : 1);
  torch::manual_seed(1);
  const double together = Learner(batched(CRITICS), batched_values).median_ms();
  const double apart = Learner(separate(), separate_values).median_ms();
  std::printf("%s\n%.6f\n", TORCH_VERSION, std::min(together, apart));
  return 0;
}
