package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The MuJoCo library of this machine, of a version whose layout is known and checked. Any thread.
 */
public final class Mujoco {
  private static final List<String> NAMES = List.of("libmujoco.so.2.2.2", "libmujoco.so");

  private static @Nullable Mujoco shared;

  private final Functions functions;
  private final Layout layout;
  private final int version;

  private Mujoco(Functions functions, Layout layout, int version) {
    this.functions = functions;
    this.layout = layout;
    this.version = version;
  }

  /**
   * The library, loaded and checked when first asked for.
   *
   * @throws MujocoUnavailableException when there is none that can be used
   */
  public static synchronized Mujoco shared() {
    Mujoco found = shared;
    if (found == null) {
      String named = System.getProperty("tandem.mujoco.library", "");
      found = open(named.isEmpty() ? NAMES : List.of(named));
      shared = found;
    }
    return found;
  }

  /** The first of these libraries that can be loaded; names are looked up as the linker does. */
  static Mujoco open(List<String> names) {
    Functions functions = new Functions(symbols(names));
    int version = functions.version();
    Mujoco found = new Mujoco(functions, Layout.of(version), version);
    found.silenceWarnings();
    found.endWithErrors();
    SelfCheck.of(found);
    return found;
  }

  /** The same library with other offsets, unchecked; for tests of the check. */
  Mujoco with(Layout other) {
    return new Mujoco(functions, other, version);
  }

  private static SymbolLookup symbols(List<String> names) {
    return names.stream()
        .map(Mujoco::symbols)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new MujocoUnavailableException("found no " + String.join(" or ", names)));
  }

  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  private static Optional<SymbolLookup> symbols(String name) {
    try {
      return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (IllegalArgumentException notThere) {
      return Optional.empty();
    }
  }

  /**
   * Left alone, warnings go to standard output and to a file in the working folder. They are
   * counted in the state as well, where {@link MujocoState#hasDiverged} looks; so a function that
   * does nothing with a text takes them, and no Java is called from C.
   */
  @SuppressWarnings("restricted")
  private void silenceWarnings() {
    functions
        .symbol("mju_user_warning")
        .reinterpret(ADDRESS.byteSize())
        .set(ADDRESS, 0, Linker.nativeLinker().defaultLookup().findOrThrow("strlen"));
  }

  /** See {@link FatalError}. */
  @SuppressWarnings("restricted")
  private void endWithErrors() {
    functions
        .symbol("mju_user_error")
        .reinterpret(ADDRESS.byteSize())
        .set(ADDRESS, 0, FatalError.handler());
  }

  /** As {@code mj_version()} says it: 222 for 2.2.2. */
  public int version() {
    return version;
  }

  Functions functions() {
    return functions;
  }

  Layout layout() {
    return layout;
  }
}
