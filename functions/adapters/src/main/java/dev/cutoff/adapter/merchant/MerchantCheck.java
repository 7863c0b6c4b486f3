package dev.cutoff.adapter.merchant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells a person, before the file is used, all that is wrong with it. */
public final class MerchantCheck {
  private final MerchantSchema schema = MerchantSchema.load();

  /**
   * First whether it is JSON, then its shape and its calendars, then whether its parts hold
   * together.
   */
  public MerchantFile.Reading check(byte[] json) {
    return MerchantFile.read(
        json,
        (file, mistakes) -> {
          schema.check(file, mistakes);
          if (mistakes.isEmpty()) {
            CalendarChecks.check(file, mistakes);
          }
        });
  }

  /**
   * Prints the problems, or what the shop is made of.
   *
   * @return the exit code: 0 where all is well, 1 where it is not
   */
  public static int run(Path file, PrintStream out) {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      out.println(file + ": cannot be read: does the file exist, and may you read it?");
      return 1;
    }
    return switch (new MerchantCheck().check(json)) {
      case MerchantFile.Read(var shop) -> {
        out.printf(
            "%s: all is well: %d nodes, %d items, %d kits, %d boxes, %d stores, %d carriers"
                + " (version %s)%n",
            file,
            shop.nodes().size(),
            shop.items().size(),
            shop.kits().size(),
            shop.boxes().size(),
            shop.stores().size(),
            shop.carriers().size(),
            shop.version());
        yield 0;
      }
      case MerchantFile.Wrong(List<Problem> problems) -> {
        problems.forEach(problem -> out.println(problem.display(file.toString())));
        out.println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        yield 1;
      }
    };
  }

  /** {@code MerchantCheck FILE}. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length != 1) {
      out.println("give one merchant file, such as infra/merchant/merchant.json");
      System.exit(2);
    }
    System.exit(run(Path.of(arguments[0]), out));
  }
}
