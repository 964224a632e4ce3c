/* Prints M, bias and Jacobian of random states of a robot as float64, as libmujoco computes them.
 * Usage: dynamics_golden robot.urdf tool_body armature states seed > golden.bin
 * One state: q[n], qd[n], lower triangle of M by rows, bias[n], Jacobian [6][n] linear rows first. */
#include <mujoco/mujoco.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

/* splitmix64 to a uniform number in [-limit, limit) */
static double uniform(double limit) {
  uint64_t z = (state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return limit * (2 * ((z ^ (z >> 31)) >> 11) * 0x1.0p-53 - 1);
}

static void put(const double* values, int count) {
  if (fwrite(values, sizeof(double), count, stdout) != (size_t)count) exit(1);
}

int main(int argc, char** argv) {
  char error[1000] = "";
  if (argc != 6) return fprintf(stderr, "see the head of this file\n"), 2;
  mjModel* m = mj_loadXML(argv[1], NULL, error, sizeof(error));
  if (!m) return fprintf(stderr, "%s\n", error), 1;
  int n = m->nv, tool = mj_name2id(m, mjOBJ_BODY, argv[2]), states = atoi(argv[4]);
  if (tool < 0 || mj_version() != 222) return fprintf(stderr, "no tool, or not 2.2.2\n"), 1;
  state = strtoull(argv[5], NULL, 10);
  for (int i = 0; i < n; i++) m->dof_armature[i] = atof(argv[3]);
  m->opt.disableflags |= mjDSBL_LIMIT | mjDSBL_CONTACT;
  mj_setConst(m, mj_makeData(m));
  mjData* d = mj_makeData(m);
  double* mass = malloc(n * n * sizeof(double));
  double* jacobian = malloc(6 * n * sizeof(double));
  for (int s = 0; s < states; s++) {
    for (int i = 0; i < n; i++) d->qpos[i] = uniform(3);
    for (int i = 0; i < n; i++) d->qvel[i] = uniform(3);
    mj_forward(m, d);
    mj_fullM(m, mass, d->qM);
    mj_jac(m, d, jacobian, jacobian + 3 * n, d->xpos + 3 * tool, tool);
    put(d->qpos, n);
    put(d->qvel, n);
    for (int i = 0; i < n; i++) put(mass + n * i, i + 1);
    put(d->qfrc_bias, n);
    put(jacobian, 6 * n);
  }
  return 0;
}
