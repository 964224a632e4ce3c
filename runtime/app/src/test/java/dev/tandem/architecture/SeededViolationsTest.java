package dev.tandem.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every rule fails on code that breaks it; the code lies in {@code dev.tandem.fixtures}. */
final class SeededViolationsTest {
  private static final String FIXTURES = "dev.tandem.fixtures.";

  @Test
  void catchesACycleOfPackages() {
    assertCaught("cycle", Rules::noPackageCycles, "Slice one", "Slice two");
  }

  @Test
  void catchesASiblingAndTheCoreThatLookAround() {
    assertCaught("star", Rules::star, "SeesSibling", "SeesOutwards");
  }

  @Test
  void catchesVocabularyThatNeedsMoreThanTheJdk() {
    assertCaught("vocabulary", Rules::vocabularyUsesTheJdkOnly, "SeesLibrary", "SeesLoop");
  }

  @Test
  void catchesALibraryOutsideOfItsPackage() {
    assertCaught("thirdparty", Rules::thirdPartiesStayInTheirPackage, "ReadsYaml", "SeesUnknown");
  }

  @Test
  void catchesAForgedCommandButNotTheGate() {
    String report =
        assertCaught("gate", Rules::onlyTheGateMakesSafeCommands, List.of("Constructs", "Refers"));
    assertFalse(report.contains("SafetyGate.pass"), report);
  }

  @Test
  void catchesTimeThatIsNotTheClocks() {
    assertCaught(
        "time",
        Rules::timeComesFromTheClock,
        List.of("reads", "readsTheDay", "refers", "sleeps", "dozes"));
  }

  @Test
  void catchesRandomnessThatNobodySeeded() {
    assertCaught(
        "random", Rules::randomnessIsInjected, List.of("makes", "rolls", "borrows", "refers"));
  }

  @Test
  void catchesAllThatAHotPathMayNotDo() {
    String report =
        assertCaught(
            "hot",
            Rules::hotPathsStayHot,
            List.of(
                "constructs",
                "makesAnArray",
                "makesAnArrayOfObjects",
                "makesAMatrix",
                "clones",
                "boxes",
                "formats",
                "concatenates",
                "captures",
                "iterates",
                "isSynchronized",
                "synchronizes",
                "locks"));
    assertFalse(report.contains("mayConstruct"), report);
    assertFalse(report.contains("Wasteful.adds"), report);
  }

  @Test
  void catchesSafetyThatNeedsALibrary() {
    assertCaught("safe", Rules::safetySeesTheCoreAndEjmlOnly, "SeesLibrary");
  }

  @Test
  void catchesPrintingOutsideOfTheCommandLine() {
    assertCaught("print", Rules::onlyTheCommandLinePrints, List.of("toOut", "toErr"));
  }

  private static void assertCaught(
      String fixture, Function<Rules, ArchRule> rule, String... culprits) {
    assertCaught(fixture, rule, List.of(culprits));
  }

  /** The rule names every culprit; returns its report. */
  private static String assertCaught(
      String fixture, Function<Rules, ArchRule> rule, List<String> culprits) {
    String root = FIXTURES + fixture;
    JavaClasses classes = new ClassFileImporter().importPackages(root);
    String report =
        String.valueOf(
            assertThrows(AssertionError.class, () -> rule.apply(new Rules(root)).check(classes))
                .getMessage());
    for (String culprit : culprits) {
      assertTrue(report.matches("(?s).*\\b" + culprit + "\\b.*"), () -> culprit + " in " + report);
    }
    return report;
  }
}
