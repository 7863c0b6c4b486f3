package dev.cutoff.adapter.carrier.easypost;

import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.carrier.application.NoAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fetches documents from where EasyPost keeps them, and from nowhere else: the address comes from
 * outside. Without our key, within a time and a size.
 */
final class LabelDownload {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int OK = 200;

  /** Its own hosts, and its buckets at Amazon. */
  private static final Pattern HOSTS =
      Pattern.compile(
          "([a-z0-9-]+\\.)*easypost\\.com|easypost-files\\.s3[.-][a-z0-9-]+\\.amazonaws\\.com");

  private final HttpClient http;
  private final Duration limit;

  LabelDownload(HttpClient http, Duration limit) {
    this.http = http;
    this.limit = limit;
  }

  /**
   * Whether a document may be fetched from there.
   *
   * @param api where the API is: on one machine, documents may be there as well
   */
  static Optional<URI> allowed(String url, String api) {
    try {
      URI address = URI.create(url);
      String host = address.getHost();
      if (host == null || address.getUserInfo() != null) {
        return Optional.empty();
      }
      URI own = URI.create(api);
      boolean beside =
          "http".equals(own.getScheme())
              && host.equals(own.getHost())
              && address.getPort() == own.getPort()
              && "http".equals(address.getScheme());
      boolean known =
          "https".equals(address.getScheme())
              && address.getPort() == -1
              && HOSTS.matcher(host.toLowerCase(Locale.ROOT)).matches();
      return beside || known ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The bytes; what can't be had now is asked for again, for it is paid. */
  byte[] fetch(URI from) {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(limit).GET().build();
    HttpResponse<byte[]> came = CarrierHttp.send(http, request, limit, LARGEST);
    if (came.statusCode() != OK) {
      throw NoAnswer.status(came.statusCode());
    }
    return came.body();
  }
}
