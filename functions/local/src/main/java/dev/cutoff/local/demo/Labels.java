package dev.cutoff.local.demo;

import dev.cutoff.local.client.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches labels and slips as a printer would, and names them so that people find them. */
record Labels(Client client, Path folder) {
  /**
   * Fetches one.
   *
   * @param path as the order shows it: /labels/….pdf
   */
  Path put(String name, String path) throws IOException {
    Client.Answer answer = client.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException("no document at " + path + ": " + answer.status());
    }
    Files.createDirectories(folder);
    return Files.write(folder.resolve(name + ".pdf"), answer.body());
  }
}
