package dev.cutoff.acceptance.emulator;

import dev.cutoff.testkit.PythonTools;
import java.net.URI;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** LocalStack in Docker, with the roles of the functions enforced. Nobody has run it here yet. */
public final class LocalStack implements Aws {
  private static final String LICENCE = "LOCALSTACK_AUTH_TOKEN";
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack-pro:4");

  private final LocalStackContainer container;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  private LocalStack(LocalStackContainer container) {
    this.container = container;
  }

  /** Whether there is what it takes: Docker, and a licence for HTTP APIs and Cognito. */
  public static boolean possible() {
    return DockerClientFactory.instance().isDockerAvailable()
        && System.getenv(LICENCE) != null
        && PythonTools.missing("sam").isEmpty();
  }

  public static LocalStack start() {
    LocalStackContainer container =
        new LocalStackContainer(IMAGE)
            .withEnv(LICENCE, System.getenv(LICENCE))
            .withEnv("ENFORCE_IAM", "1");
    container.start();
    return new LocalStack(container);
  }

  public URI endpoint() {
    return container.getEndpoint();
  }

  /** Deploys the template there. */
  public Stack deploy(String name) {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL", endpoint().toString(),
            "AWS_REGION", container.getRegion(),
            "AWS_DEFAULT_REGION", container.getRegion(),
            "AWS_ACCESS_KEY_ID", container.getAccessKey(),
            "AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    return Stack.deploy(environment, name, Stack.TEMPLATE, "JavaRuntime=java25");
  }

  @Override
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(container.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
        .httpClient(http)
        .build();
  }

  @Override
  public void close() {
    http.close();
    container.close();
  }
}
