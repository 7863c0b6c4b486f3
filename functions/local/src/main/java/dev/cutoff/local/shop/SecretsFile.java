package dev.cutoff.local.shop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cutoff.local.http.FrontDoor;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets of a shop on one machine: a JSON object, name to value, readable by its owner alone.
 * Names that begin with {@code api-token-} are bearer tokens; the rest of the name is who bears it.
 */
public final class SecretsFile {
  private static final String TOKEN = "api-token-";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SecretsFile() {}

  public static Map<String, String> read(Path file) {
    try {
      return JSON.readValue(
          Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException unreadable) {
      // The parser's own message would quote the file.
      throw new UncheckedIOException(
          new IOException(
              "the secrets file " + file + " can't be read: it is to be a JSON object of strings"));
    }
  }

  /** Adds a random value for every name of the merchant file that has none; keeps what is there. */
  public static Map<String, String> complete(Path file, Merchant merchant, SecureRandom random)
      throws IOException {
    Map<String, String> secrets = new LinkedHashMap<>();
    if (Files.exists(file)) {
      secrets.putAll(read(file));
    }
    if (fill(secrets, merchant, random)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(file, JSON.writeValueAsBytes(secrets));
    }
    return secrets;
  }

  /** True where something was added. */
  static boolean fill(Map<String, String> secrets, Merchant merchant, SecureRandom random) {
    int before = secrets.size();
    for (Store store : merchant.stores().values()) {
      boolean signs = store.channel().equals("webhook");
      secrets.computeIfAbsent(
          store.webhookSecretName(), name -> signs ? signing(random) : hex(random));
      secrets.computeIfAbsent(
          store.apiSecretName(),
          name ->
              switch (store.channel()) {
                case "woocommerce" -> "ck_" + hex(random) + ":cs_" + hex(random);
                case "webhook" -> signing(random);
                default -> "shpat_" + hex(random);
              });
    }
    for (Carrier carrier : merchant.carriers().values()) {
      secrets.computeIfAbsent(carrier.secretName(), name -> signing(random));
    }
    if (secrets.keySet().stream().noneMatch(name -> name.startsWith(TOKEN))) {
      secrets.put(TOKEN + "ops", hex(random));
    }
    return secrets.size() > before;
  }

  /** Who bears which token. */
  static Map<String, FrontDoor.Claims> apiTokens(Map<String, String> secrets) {
    Map<String, FrontDoor.Claims> tokens = new LinkedHashMap<>();
    secrets.forEach((name, value) -> {
      if (name.startsWith(TOKEN)) {
        tokens.put(value, new FrontDoor.Claims(name.substring(TOKEN.length()), List.of("ops")));
      }
    });
    return tokens;
  }

  /** Any bearer token, for what runs beside. */
  public static String anyToken(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(TOKEN))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static String signing(SecureRandom random) {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(random));
  }

  private static String hex(SecureRandom random) {
    return HexFormat.of().formatHex(bytes(random));
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return bytes;
  }
}
