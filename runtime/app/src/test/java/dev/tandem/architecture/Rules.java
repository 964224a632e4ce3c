package dev.tandem.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The design's rules, for all that lies below a root package. */
record Rules(String root) {
  private static final List<String> VOCABULARY =
      List.of("time", "signal", "sense", "act", "decide", "learn", "model", "guard");

  ArchRule noPackageCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule star() {
    return classes().that().resideInAPackage(root + "..").should(new Star(root));
  }

  ArchRule vocabularyUsesTheJdkOnly() {
    String[] vocabulary =
        VOCABULARY.stream().map(name -> root + ".runtime." + name + "..").toArray(String[]::new);
    String[] seen =
        Stream.concat(Stream.of(vocabulary), Stream.of("java..", "org.jspecify.."))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(vocabulary)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen);
  }

  ArchRule thirdPartiesStayInTheirPackage() {
    return classes().that().resideInAPackage(root + "..").should(new ThirdParties(root));
  }

  ArchRule onlyTheGateMakesSafeCommands() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".runtime.act.SafetyGate")
        .should(Access.toNoneOf(root + ".runtime.act.SafeCommand.<init>"));
  }

  ArchRule timeComesFromTheClock() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".runtime.time..", root + ".runtime.os..")
        .should(
            Access.toNoneOf(
                "java.lang.System.nanoTime",
                "java.lang.System.currentTimeMillis",
                "java.lang.Thread.sleep",
                "java.util.concurrent.TimeUnit.sleep"));
  }

  ArchRule randomnessIsInjected() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            Access.toNoneOf(
                "java.lang.Math.random",
                "java.util.Random.<init>",
                "java.util.concurrent.ThreadLocalRandom.current"));
  }

  ArchRule hotPathsStayHot() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and(describe("have a @HotPath method", HotPaths::hasHotMethod))
        .should(new HotPaths());
  }

  ArchRule safetySeesTheCoreAndEjmlOnly() {
    return classes()
        .that()
        .resideInAPackage(root + ".safety..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".safety..", root + ".runtime..", "java..", "org.ejml..", "org.jspecify..");
  }

  ArchRule onlyTheCommandLinePrints() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".app.cli..")
        .should(Access.toNoneOf("java.lang.System.out", "java.lang.System.err"));
  }

  /** All of them. */
  List<ArchRule> all() {
    return List.of(
        noPackageCycles(),
        star(),
        vocabularyUsesTheJdkOnly(),
        thirdPartiesStayInTheirPackage(),
        onlyTheGateMakesSafeCommands(),
        timeComesFromTheClock(),
        randomnessIsInjected(),
        hotPathsStayHot(),
        safetySeesTheCoreAndEjmlOnly(),
        onlyTheCommandLinePrints());
  }
}
