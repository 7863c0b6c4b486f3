package dev.cutoff.acceptance.emulator;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The account that the usual settings of the SDK lead to: environment, profile, or role. */
public final class Account implements Aws {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  @Override
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder.httpClient(http).build();
  }

  @Override
  public void close() {
    http.close();
  }
}
