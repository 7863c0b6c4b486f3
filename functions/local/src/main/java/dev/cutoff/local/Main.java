package dev.cutoff.local;

import dev.cutoff.local.audit.Audit;
import dev.cutoff.local.bench.Bench;
import dev.cutoff.local.demo.Demo;
import dev.cutoff.local.letters.Letters;
import dev.cutoff.local.preview.NoticePreview;
import dev.cutoff.local.replay.Replay;
import dev.cutoff.local.shop.CheckingMerchantFile;
import dev.cutoff.local.shop.Invoking;
import dev.cutoff.local.shop.Serving;
import dev.cutoff.local.simulate.Simulate;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What {@code ./cutoff} calls. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("cutoff.root", "."));
    Options options = Options.of(Arrays.asList(arguments).subList(1, arguments.length));
    int status;
    try {
      status =
          switch (arguments[0]) {
            case "demo" -> Demo.run(root, options, out);
            case "up" -> Serving.run(root, options, out);
            case "invoke" -> Invoking.run(root, options, out);
            case "bench" -> Bench.run(root, options, out);
            case "replay" -> Replay.run(root, options, out);
            case "audit" -> Audit.run(root, options, out);
            case "deadletters" -> Letters.run(root, options, out);
            case "simulate" -> Simulate.run(options, out);
            case "notice" -> NoticePreview.run(root, options, out);
            case "check" -> CheckingMerchantFile.run(options, out);
            default -> throw new Options.Wrong("there is no command " + arguments[0]);
          };
    } catch (Options.Wrong wrong) {
      System.err.println("cutoff: " + wrong.getMessage());
      status = 2;
    } catch (Exception failed) {
      System.err.println("cutoff: " + failed);
      if (options.has("--trace")) {
        failed.printStackTrace();
      }
      status = 1;
    }
    out.flush();
    System.exit(status);
  }
}
