// The same wait as DeadlineClock's in C, to compare with: absolute deadlines of CLOCK_MONOTONIC,
// missed ones skipped, PHASE_US after whole multiples of the period, so that Tandem's loop can run on
// the same core at the same time in another phase.
// Ends after SECONDS or at SIGTERM; then writes deadline and wake-up of every tick.
//
//   loop SECONDS RATE_HZ PHASE_US PRIORITY CPU FILE
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <time.h>

static const long NANOS_PER_SECOND = 1000000000L;
static const long NANOS_PER_MICRO = 1000L;

static volatile sig_atomic_t over;

static void end(int signal) {
  (void)signal;
  over = 1;
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * NANOS_PER_SECOND + time.tv_nsec;
}

static void become_real_time(int priority, int cpu) {
  struct sched_param parameter = {.sched_priority = priority};
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  prctl(PR_SET_TIMERSLACK, 1L);
  if (mlockall(MCL_CURRENT | MCL_FUTURE)) perror("mlockall");
  if (cpu >= 0 && sched_setaffinity(0, sizeof set, &set)) perror("sched_setaffinity");
  if (priority > 0 && sched_setscheduler(0, SCHED_FIFO, &parameter)) perror("sched_setscheduler");
}

int main(int argc, char **argv) {
  if (argc != 7) {
    fprintf(stderr, "loop SECONDS RATE_HZ PHASE_US PRIORITY CPU FILE\n");
    return 2;
  }
  long period = NANOS_PER_SECOND / atol(argv[2]);
  long ticks = atol(argv[1]) * atol(argv[2]);
  long(*dump)[2] = calloc(ticks, sizeof *dump);
  signal(SIGTERM, end);
  become_real_time(atoi(argv[4]), atoi(argv[5]));
  long deadline = now() / period * period + atol(argv[3]) * NANOS_PER_MICRO;
  long tick = 0;
  for (; tick < ticks && !over; tick++) {
    deadline += period;
    long behind = now() - deadline;
    if (behind >= period) deadline += behind / period * period;
    struct timespec time = {deadline / NANOS_PER_SECOND, deadline % NANOS_PER_SECOND};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
    dump[tick][0] = deadline;
    dump[tick][1] = now();
  }
  FILE *file = fopen(argv[6], "w");
  if (!file) {
    perror(argv[6]);
    return 1;
  }
  fprintf(file, "deadline_ns,wake_up_ns\n");
  for (long i = 0; i < tick; i++) fprintf(file, "%ld,%ld\n", dump[i][0], dump[i][1]);
  return fclose(file) ? 1 : 0;
}
