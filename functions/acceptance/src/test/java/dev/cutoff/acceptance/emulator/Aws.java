package dev.cutoff.acceptance.emulator;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** An AWS account, or what takes its place. */
public interface Aws extends AutoCloseable {
  /** An SDK client with the rights of the account's owner: {@code client(SfnClient.builder())}. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder);

  @Override
  void close();
}
