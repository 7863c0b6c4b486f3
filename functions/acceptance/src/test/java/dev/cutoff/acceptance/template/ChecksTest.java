package dev.cutoff.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.acceptance.emulator.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checkers of others say of the template; each is shown to find something, too. */
final class ChecksTest {
  private static final Path CHECKS = Template.ROOT.resolve("infra/checks");
  private static final Path TEMPLATE = Template.ROOT.resolve("template.yaml");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  /** What a checker said. */
  private record Said(int exit, String text) {}

  @Test
  void samFindsItValid() throws IOException, InterruptedException {
    Said said = sam(TEMPLATE);
    assertThat(said.exit()).as(said.text()).isZero();
  }

  @Test
  void samFindsAWrongProperty() throws IOException, InterruptedException {
    Said said = sam(broken("BillingMode: PAY_PER_REQUEST", "BillingMode: PAY_PER_PARCEL"));
    assertThat(said.exit()).isNotZero();
    assertThat(said.text()).contains("PAY_PER_PARCEL");
  }

  @Test
  void cfnLintFindsNothing() throws IOException, InterruptedException {
    Said said = cfnLint(TEMPLATE);
    assertThat(said.exit()).as(said.text()).isZero();
  }

  @Test
  void cfnLintFindsAReferenceToNothing() throws IOException, InterruptedException {
    Said said = cfnLint(broken("TopicArn: !Ref AnnouncementsTopic", "TopicArn: !Ref Nowhere"));
    assertThat(said.exit()).isNotZero();
    assertThat(said.text()).contains("Nowhere");
  }

  @Test
  void checkovFindsNothingButTheExceptionsThatHaveAReason()
      throws IOException, InterruptedException {
    Said said = checkov(TEMPLATE);
    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text()).contains("Failed checks: 0");
  }

  @Test
  void checkovFindsATableWithoutBackups() throws IOException, InterruptedException {
    Said said =
        checkov(broken("PointInTimeRecoveryEnabled: true", "PointInTimeRecoveryEnabled: false"));
    assertThat(said.exit()).isNotZero();
    assertThat(said.text()).contains("CKV_AWS_28");
  }

  /** A skip without a sentence why is a hole. */
  @Test
  void everyExceptionHasItsReasonBesideIt() throws IOException {
    List<String> lines = Files.readAllLines(CHECKS.resolve("checkov.yaml"));
    int skips = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith("- CKV")) {
        skips++;
        assertThat(lines.get(i - 1).strip()).as(lines.get(i)).startsWith("# ");
      }
    }
    assertThat(skips).isPositive();
    assertThat(Files.readAllLines(TEMPLATE).stream().filter(line -> line.contains("checkov:skip")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*checkov:skip=CKV_\\w+: \\w.{20,}"));
  }

  private static Said sam(Path template) throws IOException, InterruptedException {
    return run(
        Tools.tool("sam", "sam").toString(),
        "validate",
        "--lint",
        "--region",
        "us-east-1",
        "--template",
        template.toString());
  }

  private static Said cfnLint(Path template) throws IOException, InterruptedException {
    return run(
        Tools.tool("sam", "cfn-lint").toString(),
        "--config-file",
        CHECKS.resolve("cfnlintrc.yaml").toString(),
        "--template",
        template.toString());
  }

  private static Said checkov(Path template) throws IOException, InterruptedException {
    return run(
        Tools.tool("checkov", "checkov").toString(),
        "--config-file",
        CHECKS.resolve("checkov.yaml").toString(),
        "--file",
        template.toString());
  }

  /** The template with a mistake in its first place of that text. */
  private Path broken(String right, String wrong) throws IOException {
    String text = Files.readString(TEMPLATE);
    assertThat(text).contains(right);
    Path copy = folder.resolve("template.yaml");
    int at = text.indexOf(right);
    Files.writeString(copy, text.substring(0, at) + wrong + text.substring(at + right.length()));
    return copy;
  }

  private static Said run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.directory(Template.ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("SAM_CLI_TELEMETRY", "0");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(text).isTrue();
    return new Said(process.exitValue(), text);
  }
}
