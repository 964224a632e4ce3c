/*
 * Steps a model from its first key frame under torques that follow from a linear congruence, and
 * prints time, positions and speeds in hexadecimal digits, bit for bit, and in how many steps
 * something touched:
 *
 *   golden MODEL STEPS
 */
#include <inttypes.h>
#include <mujoco/mujoco.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  printf("%016" PRIx64 "\n", bits);
}

int main(int argc, char** argv) {
  char words[1000] = "";
  if (argc != 3) return 2;
  mjModel* model = mj_loadXML(argv[1], NULL, words, sizeof words);
  if (!model) {
    fprintf(stderr, "%s\n", words);
    return 1;
  }
  mjData* data = mj_makeData(model);
  mj_resetDataKeyframe(model, data, 0);
  uint64_t state = 1;
  int touched = 0;
  for (int step = 0; step < atoi(argv[2]); step++) {
    for (int i = 0; i < model->nu; i++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      data->ctrl[i] = 20 * ((double)(state >> 11) * 0x1.0p-53 - 0.5);
    }
    mj_step(model, data);
    touched += data->ncon > 0;
  }
  printf("%d\n", touched);
  print(data->time);
  for (int i = 0; i < model->nq; i++) print(data->qpos[i]);
  for (int i = 0; i < model->nv; i++) print(data->qvel[i]);
  return 0;
}
