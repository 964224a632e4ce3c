package dev.tandem.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture, as rules that run. One that fails is a design discussion. */
final class ArchitectureTest {
  private static final String ROOT = "dev.tandem";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses NOTHING =
      new ClassFileImporter().importClasses(List.of(Object.class));

  static Stream<ArchRule> rules() {
    return new Rules(ROOT).all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void failsWhenItMatchesNoClass(ArchRule rule) {
    assertThrows(AssertionError.class, () -> rule.check(NOTHING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime.act",
        "controllers",
        "policies",
        "safety",
        "simbridge",
        "app.cli",
        "app.train"
      })
  void sees(String part) {
    String name = ROOT + "." + part;
    assertTrue(PRODUCT.stream().anyMatch(c -> c.getPackageName().startsWith(name)), name);
  }
}
