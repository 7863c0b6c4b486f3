package dev.cutoff.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.module.ModuleDescriptor;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms and the doors between them. The poms hold the modules apart; this holds the rest. */
final class ArchitectureTest {
  private static final JavaClasses CUTOFF =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cutoff");

  /** What java.base gives to everybody: no SQL, no HTTP client, no logging. */
  private static final Set<String> JAVA_BASE =
      Objects.requireNonNull(Object.class.getModule().getDescriptor()).exports().stream()
          .filter(each -> !each.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());

  private static DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "in " + module,
        type ->
            type.getBaseComponentType()
                .getSource()
                .map(source -> source.getUri().toString())
                .filter(uri ->
                    uri.contains("/functions/" + module + "/")
                        || uri.contains("cutoff-" + module + "-"))
                .isPresent());
  }

  @Test
  void theDomainKnowsNothingButJavaItself() {
    classes()
        .that(in("domain"))
        .should()
        .onlyDependOnClassesThat(
            in("domain")
                .or(
                    DescribedPredicate.describe(
                        "of java.base or JSpecify",
                        type ->
                            type.getBaseComponentType().isPrimitive()
                                || JAVA_BASE.contains(type.getBaseComponentType().getPackageName())
                                || type.getPackageName().equals("org.jspecify.annotations"))))
        .check(CUTOFF);
  }

  @Test
  void domainAndApplicationHaveNoClockNoDiceAndNoConsoleOfTheirOwn() {
    noClasses()
        .that(in("domain").or(in("application")))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CUTOFF);
  }

  @Test
  void theApplicationKnowsNoAwsAndNoJson() {
    noClasses()
        .that(in("application"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..", "com.fasterxml..", "dagger..")
        .check(CUTOFF);
  }

  @Test
  void adaptersDoNotKnowEachOtherInCircles() {
    SlicesRuleDefinition.slices()
        .matching("dev.cutoff.adapter.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CUTOFF);
  }

  @Test
  void featuresOfTheDomainReadOneWay() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.cutoff.money", "dev.cutoff.geo")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.cutoff.order..",
            "dev.cutoff.stock..",
            "dev.cutoff.plan..",
            "dev.cutoff.shipment..")
        .check(CUTOFF);
  }

  @Test
  void onlyTheLocalRunSimulatesCouriers() {
    noClasses()
        .that(in("handlers").or(in("adapters")).or(in("application")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.cutoff.local..")
        .check(CUTOFF);
  }
}
