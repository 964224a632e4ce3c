package dev.tandem.app.cli;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a checkout of its own with a make-believe JDK and Maven. */
final class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "..", "tandem");

  @TempDir Path folder;
  private Path root;
  private Path launcher;
  private Path jdk;
  private Path programs;

  @BeforeEach
  void makeCheckout() throws IOException {
    root = folder.resolve("a check out");
    launcher = root.resolve("tandem");
    script(launcher, Files.readString(SCRIPT));
    write(root.resolve("pom.xml"), "<jvm.flags>--flag-of-pom</jvm.flags>\n", 100);
    write(root.resolve("runtime/app/pom.xml"), "", 100);
    write(root.resolve("runtime/app/src/main/java/A.java"), "", 100);
    jdk = makeJdk("jdk 25", "25.0.1");
    programs = folder.resolve("programs");
    script(
        programs.resolve("mvn"),
        """
        #!/bin/sh
        echo "maven $JAVA_HOME" >> "$MAVEN_CALLS"
        target=$(dirname "$0")/../a\\ check\\ out/runtime/app/target
        core=$(cd "$target/../../.." && pwd)/core.jar
        echo app > "$target/tandem-app.jar"
        echo core > "$core"
        others=$(cd "$(dirname "$0")/.." && pwd)
        echo third > "$others/third party.jar"
        printf '%s:%s' "$core" "$others/third party.jar" > "$target/classpath.txt"
        """);
  }

  @Test
  void buildsOnceAndStartsTheMainClassWithTheFlagsOfThePom() throws Exception {
    Result first = launch("demo", "--set", "a=b c");
    assertEquals(0, first.exit());
    assertTrue(first.out().contains("--flag-of-pom\n"), first.out());
    assertTrue(first.out().endsWith("dev.tandem.app.cli.Main\ndemo\n--set\na=b c\n"), first.out());
    assertTrue(first.err().contains("tandem: building"), first.err());
    Result second = launch();
    assertEquals("", second.err());
    assertEquals(List.of("maven " + jdk), mavenCalls());
  }

  @Test
  void startsFromCopiesOfTheModulesJarsAndLinksToLibraries() throws Exception {
    String classpath = argumentAfter("-cp", launch().out());
    String[] jars = classpath.split(":", -1);
    assertEquals("tandem-app.jar", Path.of(jars[0]).getFileName().toString());
    assertEquals("core\n", Files.readString(Path.of(jars[1])));
    assertTrue(Path.of(jars[1]).startsWith(root.resolve("runtime/app/target")), jars[1]);
    Path library = Path.of(jars[2]);
    assertEquals(Path.of(jars[1]).resolveSibling("third party.jar"), library);
    assertEquals("third\n", Files.readString(library));
    assertTrue(Files.getPosixFilePermissions(library).contains(OTHERS_READ), library.toString());
  }

  @Test
  void whatOneUserHasBuiltAnotherMayStart() throws Exception {
    String classpath = argumentAfter("-cp", launch().out());
    Path app = Path.of(classpath.split(":", -1)[0]);
    Path jars = app.resolveSibling("");
    Path stamp = root.resolve("runtime/app/target/launch.stamp");
    for (Path read : List.of(jars, app, stamp)) {
      assertTrue(Files.getPosixFilePermissions(read).contains(OTHERS_READ), read.toString());
    }
    assertTrue(Files.getPosixFilePermissions(jars).contains(OTHERS_EXECUTE));
  }

  @Test
  void saysInOneLineWhatToDoWhereALibraryCannotBeRead() throws Exception {
    String classpath = argumentAfter("-cp", launch().out());
    Files.delete(Path.of(classpath.split(":", -1)[2]));
    Result result = launch();
    assertEquals(3, result.exit());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("third party.jar, found that "), result.err());
    assertTrue(result.err().contains("git clone '" + root.toRealPath() + "'"), result.err());
  }

  @Test
  void saysInOneLineWhatToDoWhereItMayNotBuild() throws Exception {
    write(root.resolve("runtime/app/target"), "no folder", 100);
    Result result = launch();
    assertEquals(3, result.exit());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("may not write there; let its owner"), result.err());
    assertFalse(Files.exists(folder.resolve("calls")));
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    launch();
    write(root.resolve("runtime/app/src/main/java/B.java"), "", -100);
    launch();
    assertEquals(2, mavenCalls().size());
  }

  @Test
  void buildsAgainWhenTheCheckoutWasMoved() throws Exception {
    launch();
    Path stamp = root.resolve("runtime/app/target/launch.stamp");
    Files.writeString(stamp, "/somewhere/else ");
    launch();
    assertEquals(2, mavenCalls().size());
  }

  @Test
  void buildsOnceWhenStartedTwiceAtTheSameTime() throws Exception {
    Process one = start(launcher, Map.of());
    Process two = start(launcher, Map.of());
    for (Result result : List.of(finish(one), finish(two))) {
      assertEquals(0, result.exit(), result.err());
    }
    assertEquals(1, mavenCalls().size());
  }

  @Test
  void startsThroughASymbolicLink() throws Exception {
    Path link = folder.resolve("links/tandem");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("../a check out/tandem"));
    assertEquals(0, finish(start(link, Map.of())).exit());
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
    Path old = makeJdk("jdk 17", "17.0.9");
    Result result = finish(start(launcher, Map.of("JAVA_HOME", old.toString())));
    assertEquals(3, result.exit());
    assertEquals(1, result.err().lines().count());
    assertTrue(result.err().contains("apt-get install openjdk-25-jdk"), result.err());
  }

  @Test
  void findsAJdkBesideAnOldOne() throws Exception {
    Path old = makeJdk("jdk 17", "17.0.9");
    Map<String, String> environment =
        Map.of("JAVA_HOME", old.toString(), "TANDEM_JDKS", folder.toString());
    assertEquals(0, finish(start(launcher, environment)).exit());
    assertEquals(List.of("maven " + jdk), mavenCalls());
  }

  @Test
  void saysWhatToInstallWhenThereIsNoMaven() throws Exception {
    Files.delete(programs.resolve("mvn"));
    Result result = launch();
    assertEquals(3, result.exit());
    assertTrue(result.err().contains("apt-get install maven"), result.err());
  }

  @Test
  void startsNothingWhenTheBuildFails() throws Exception {
    script(
        programs.resolve("mvn"),
        "#!/bin/sh\nprintf '\\033[0m\\033[1;31mbroken\\033[m\\n'\nexit 1\n");
    Result result = launch();
    assertEquals(1, result.exit());
    assertEquals("", result.out());
    String told = "a minute ...\nbroken\ntandem: the build failed, see above\n";
    assertTrue(result.err().endsWith(told), result.err());
    assertFalse(Files.exists(root.resolve("runtime/app/target/launch.stamp")));
  }

  /** A JDK whose java prints its arguments, one a line. */
  private Path makeJdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    script(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private record Result(int exit, String out, String err) {}

  private Result launch(String... arguments) throws Exception {
    return finish(start(launcher, Map.of(), arguments));
  }

  private Process start(Path script, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs + ":" + toolsWithoutJava());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("TANDEM_JDKS", folder.resolve("none").toString());
    builder.environment().put("MAVEN_CALLS", folder.resolve("calls").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The programs that the launcher uses, but neither java nor mvn of this machine. */
  private Path toolsWithoutJava() throws IOException {
    Path tools = folder.resolve("tools");
    String names =
        "basename cat chmod cp cut dirname find flock head id mkdir mktemp mv readlink rm sed stty tr";
    for (String name : names.split(" ", -1)) {
      String directory = Files.exists(Path.of("/usr/bin", name)) ? "/usr/bin/" : "/bin/";
      script(tools.resolve(name), "#!/bin/sh\nexec " + directory + name + " \"$@\"\n");
    }
    return tools;
  }

  private static Result finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private List<String> mavenCalls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private static String argumentAfter(String option, String lines) {
    List<String> arguments = lines.lines().toList();
    return arguments.get(arguments.indexOf(option) + 1);
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void write(Path file, String text, int secondsAgo) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
  }
}
