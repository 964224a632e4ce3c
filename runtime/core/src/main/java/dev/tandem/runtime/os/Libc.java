package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The calls themselves, 64-bit Linux. Zero, or the error's number; thread 0 is the calling one. */
final class Libc {
  static final int EPERM = 1;
  static final int SCHED_OTHER = 0;
  static final int SCHED_FIFO = 1;

  private static final int CLOCK_MONOTONIC = 1;
  private static final int TIMER_ABSTIME = 1;
  private static final int MCL_CURRENT_FUTURE_ONFAULT = 1 | 2 | 4;
  private static final int PR_SET_TIMERSLACK = 29;
  private static final int PRIO_PROCESS = 0;
  private static final long CPU_SET_BYTES = 128;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

  private static final MethodHandle SET_SCHEDULER =
      withErrno("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle GET_SCHEDULER =
      withErrno("sched_getscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle GET_PARAM =
      withErrno("sched_getparam", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SET_AFFINITY =
      withErrno("sched_setaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle GET_AFFINITY =
      withErrno("sched_getaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle SET_PRIORITY =
      withErrno("setpriority", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle LOCK_ALL =
      withErrno("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle PRCTL =
      withErrno(
          "prctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.firstVariadicArg(1));
  private static final MethodHandle THREAD_ID = handle("gettid", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle NANOSLEEP =
      handle(
          "clock_nanosleep", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

  private Libc() {}

  private interface Call {
    int with(Arena arena, MemorySegment state) throws Throwable;
  }

  static int threadId() {
    try {
      return (int) THREAD_ID.invokeExact();
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int setScheduler(int thread, int policy, int priority) {
    return errno(
        (arena, state) ->
            (int)
                SET_SCHEDULER.invokeExact(
                    state, thread, policy, arena.allocateFrom(JAVA_INT, priority)));
  }

  /** The class, or minus the error's number. */
  static int scheduler(int thread) {
    return valueOrErrno((arena, state) -> (int) GET_SCHEDULER.invokeExact(state, thread));
  }

  /** The priority within a real-time class, or minus the error's number. */
  static int priority(int thread) {
    return valueOrErrno(
        (arena, state) -> {
          MemorySegment parameter = arena.allocate(JAVA_INT);
          int result = (int) GET_PARAM.invokeExact(state, thread, parameter);
          return result < 0 ? result : parameter.get(JAVA_INT, 0);
        });
  }

  /** How nice a thread under normal scheduling is to others, -20..19. */
  static int setNice(int thread, int nice) {
    return errno(
        (arena, state) -> (int) SET_PRIORITY.invokeExact(state, PRIO_PROCESS, thread, nice));
  }

  static int setCpu(int thread, int cpu) {
    return errno(
        (arena, state) -> {
          MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
          set.setAtIndex(JAVA_LONG, cpu / Long.SIZE, 1L << (cpu % Long.SIZE));
          return (int) SET_AFFINITY.invokeExact(state, thread, CPU_SET_BYTES, set);
        });
  }

  /** Takes {@code cpu} from those that the thread may run on; refused where it is the only one. */
  static int keepOff(int thread, int cpu) {
    return errno(
        (arena, state) -> {
          MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
          int result = (int) GET_AFFINITY.invokeExact(state, thread, CPU_SET_BYTES, set);
          int word = cpu / Long.SIZE;
          long others = set.getAtIndex(JAVA_LONG, word) & ~(1L << (cpu % Long.SIZE));
          set.setAtIndex(JAVA_LONG, word, others);
          return result < 0
              ? result
              : (int) SET_AFFINITY.invokeExact(state, thread, CPU_SET_BYTES, set);
        });
  }

  /** Whether the thread may run on {@code cpu} and nowhere else. */
  static boolean isOnlyOn(int thread, int cpu) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
      int failed =
          (int) GET_AFFINITY.invokeExact(arena.allocate(STATE), thread, CPU_SET_BYTES, set);
      boolean only = failed == 0;
      for (int word = 0; word < CPU_SET_BYTES / Long.BYTES; word++) {
        long expected = word == cpu / Long.SIZE ? 1L << (cpu % Long.SIZE) : 0;
        only &= set.getAtIndex(JAVA_LONG, word) == expected;
      }
      return only;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Keeps every page that is or will be touched in memory. */
  static int lockMemory() {
    return errno((arena, state) -> (int) LOCK_ALL.invokeExact(state, MCL_CURRENT_FUTURE_ONFAULT));
  }

  /** How late the kernel may wake the calling thread under normal scheduling. */
  static int setTimerSlack(long nanos) {
    return errno(
        (arena, state) -> (int) PRCTL.invokeExact(state, PR_SET_TIMERSLACK, nanos, 0L, 0L, 0L));
  }

  /** Sleeps until {@code time}, seconds and nanoseconds of CLOCK_MONOTONIC, or until a signal. */
  @HotPath
  static int sleepUntil(MemorySegment time) {
    try {
      return (int) NANOSLEEP.invokeExact(CLOCK_MONOTONIC, TIMER_ABSTIME, time, MemorySegment.NULL);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static int errno(Call call) {
    return Math.max(0, -valueOrErrno(call));
  }

  private static int valueOrErrno(Call call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int result = call.with(arena, state);
      return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static MethodHandle withErrno(
      String name, FunctionDescriptor type, Linker.Option... more) {
    Linker.Option[] options = new Linker.Option[more.length + 1];
    options[0] = Linker.Option.captureCallState("errno");
    System.arraycopy(more, 0, options, 1, more.length);
    return handle(name, type, options);
  }

  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    MemorySegment symbol =
        linker
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + name));
    return linker.downcallHandle(symbol, type, options);
  }

  private static AssertionError broken(Throwable e) {
    return new AssertionError("a call of the C library", e);
  }
}
