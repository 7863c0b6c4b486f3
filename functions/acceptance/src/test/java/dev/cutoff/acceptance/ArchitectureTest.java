package dev.cutoff.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The rooms and the doors between them. The poms hold the modules apart; this holds the rest. */
final class ArchitectureTest {
  private static final JavaClasses CUTOFF =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cutoff");

  private static DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "in " + module,
        type ->
            type.getSource()
                .map(source -> source.getUri().toString().contains("/functions/" + module + "/")
                    || source.getUri().toString().contains("cutoff-" + module + "-"))
                .orElse(false));
  }

  @Test
  void theDomainKnowsNothingButJavaItself() {
    classes()
        .that(in("domain"))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "java.base, JSpecify or the domain",
                type ->
                    type.getPackageName().startsWith("java.")
                        || type.getPackageName().startsWith("org.jspecify")
                        || type.getPackageName().startsWith("dev.cutoff")))
        .andShould(
            com.tngtech.archunit.lang.conditions.ArchConditions.notBe(
                DescribedPredicate.describe(
                    "using sql, http or logging",
                    type ->
                        type.getDirectDependenciesFromSelf().stream()
                            .map(each -> each.getTargetClass().getPackageName())
                            .anyMatch(
                                name ->
                                    name.startsWith("java.sql")
                                        || name.startsWith("java.net.http")
                                        || name.startsWith("java.util.logging")))))
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
  void adaptersDoNotKnowEachOther() {
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
            "dev.cutoff.order..", "dev.cutoff.stock..", "dev.cutoff.plan..", "dev.cutoff.shipment..")
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
