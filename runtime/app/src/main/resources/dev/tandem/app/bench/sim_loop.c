/*
 * What SimBench does in Java, in C: steps worlds of a model from its first key frame under torques
 * that follow from a linear congruence, copies what is observed, and prints steps a second.
 *
 *   sim_loop MODEL ENVIRONMENTS THREADS SUBSTEPS WARM_UP STEPS
 *
 * The main thread steps worlds too; the others look for work for some microseconds, then sleep.
 */
#define _GNU_SOURCE
#include <mujoco/mujoco.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LOOKS = 2000 };

#if defined(__x86_64__)
#define relax() __builtin_ia32_pause()
#else
#define relax() ((void)0)
#endif

static mjModel* model;
static mjData** data;
static double *controls, *observations;
static int environments, substeps, observed;
static atomic_int next_environment, finished, generation;
static atomic_bool ended;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t begun = PTHREAD_COND_INITIALIZER;

static void advance(int e) {
  mjData* d = data[e];
  memcpy(d->ctrl, controls + e * model->nu, model->nu * sizeof(double));
  for (int i = 0; i < substeps; i++) mj_step(model, d);
  double* row = observations + e * observed;
  memcpy(row, d->qpos, model->nq * sizeof(double));
  memcpy(row + model->nq, d->qvel, model->nv * sizeof(double));
  memcpy(row + model->nq + model->nv, d->sensordata, model->nsensordata * sizeof(double));
}

static void work(void) {
  int e;
  while ((e = atomic_fetch_add(&next_environment, 1)) < environments) {
    advance(e);
    atomic_fetch_add(&finished, 1);
  }
}

static void* worker(void* unused) {
  int seen = 0;
  while (!ended) {
    for (int look = 0; look < LOOKS && generation == seen; look++) relax();
    pthread_mutex_lock(&mutex);
    while (generation == seen && !ended) pthread_cond_wait(&begun, &mutex);
    seen = generation;
    pthread_mutex_unlock(&mutex);
    work();
  }
  return unused;
}

static void step(int threads) {
  if (threads == 1) {
    for (int e = 0; e < environments; e++) advance(e);
    return;
  }
  pthread_mutex_lock(&mutex);
  finished = 0;
  next_environment = 0;
  generation++;
  pthread_cond_broadcast(&begun);
  pthread_mutex_unlock(&mutex);
  work();
  while (finished < environments) relax();
}

static void run(int threads, int steps) {
  uint64_t state = 1;
  for (int i = 0; i < steps; i++) {
    for (int k = 0; k < environments * model->nu; k++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      controls[k] = 20 * ((double)(state >> 11) * 0x1.0p-53 - 0.5);
    }
    step(threads);
  }
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

int main(int argc, char** argv) {
  char words[1000] = "";
  if (argc != 7) return 2;
  model = mj_loadXML(argv[1], NULL, words, sizeof words);
  if (!model) {
    fprintf(stderr, "%s\n", words);
    return 1;
  }
  environments = atoi(argv[2]);
  int threads = atoi(argv[3]);
  substeps = atoi(argv[4]);
  observed = model->nq + model->nv + model->nsensordata;
  data = malloc(environments * sizeof *data);
  controls = malloc(environments * model->nu * sizeof(double));
  observations = malloc(environments * observed * sizeof(double));
  for (int e = 0; e < environments; e++) data[e] = mj_makeData(model);
  pthread_t thread[threads];
  for (int i = 1; i < threads; i++) pthread_create(&thread[i], NULL, worker, NULL);
  double begin = 0;
  for (int phase = 5; phase <= 6; phase++) {
    for (int e = 0; e < environments; e++) mj_resetDataKeyframe(model, data[e], 0);
    begin = seconds();
    run(threads, atoi(argv[phase]));
  }
  printf("%.1f\n", (double)environments * substeps * atoi(argv[6]) / (seconds() - begin));
  ended = true;
  pthread_mutex_lock(&mutex);
  pthread_cond_broadcast(&begun);
  pthread_mutex_unlock(&mutex);
  for (int i = 1; i < threads; i++) pthread_join(thread[i], NULL);
  return 0;
}
