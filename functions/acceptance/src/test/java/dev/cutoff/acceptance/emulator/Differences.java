package dev.cutoff.acceptance.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Where the emulator differs from AWS, evened out after the deployment, so that the template can
 * stay as it is. infra/emulator/README.md tells of each.
 */
final class Differences {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "states:SendTaskSuccess",
          "states:SendTaskFailure",
          "sqs:StartMessageMoveTask",
          "ses:SendEmail");

  private Differences() {}

  static void evenOut(Emulator emulator, Stack stack) {
    speakPlainHttp(emulator, stack);
    nameNoResource(emulator, stack);
    verifyMailIdentity(emulator);
    tryAgainSooner(emulator, stack);
  }

  /** The bucket refuses whoever comes without TLS, and here everybody does. */
  private static void speakPlainHttp(Emulator emulator, Stack stack) {
    try (S3Client s3 = emulator.client(S3Client.builder().forcePathStyle(true))) {
      s3.deleteBucketPolicy(request -> request.bucket(stack.output("DocumentsBucketName")));
    }
  }

  /**
   * AWS asks whether a role may do these to that very state machine, queue or identity; the
   * emulator does not find out which it is, and asks for all. Who has no such statement gets none.
   */
  private static void nameNoResource(Emulator emulator, Stack stack) {
    try (IamClient iam = emulator.client(IamClient.builder())) {
      for (Role role : iam.listRolesPaginator().roles()) {
        if (role.roleName().startsWith(stack.name() + "-")) {
          ArrayNode statements = JSON.createArrayNode();
          for (String policy :
              iam.listRolePolicies(request -> request.roleName(role.roleName())).policyNames()) {
            String document =
                iam.getRolePolicy(request -> request.roleName(role.roleName()).policyName(policy))
                    .policyDocument();
            for (JsonNode statement :
                JSON.readTree(URLDecoder.decode(document, UTF_8)).path("Statement")) {
              if (WITHOUT_RESOURCE.contains(statement.path("Action").asText())) {
                statements.add(((ObjectNode) statement).put("Resource", "*"));
              }
            }
          }
          if (!statements.isEmpty()) {
            ObjectNode document = JSON.createObjectNode().put("Version", "2012-10-17");
            document.set("Statement", statements);
            iam.putRolePolicy(request ->
                request
                    .roleName(role.roleName())
                    .policyName("emulator-names-no-resource")
                    .policyDocument(document.toString()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void verifyMailIdentity(Emulator emulator) {
    try (SesV2Client mail = emulator.client(SesV2Client.builder())) {
      if (mail.listEmailIdentities(request -> {}).emailIdentities().isEmpty()) {
        mail.createEmailIdentity(request -> request.emailIdentity(Stack.MAIL_IDENTITY));
      }
    }
  }

  /** The template gives a store six minutes to come back; a test has not that time. */
  private static void tryAgainSooner(Emulator emulator, Stack stack) {
    try (SqsClient queues = emulator.client(SqsClient.builder())) {
      for (String queue : List.of("StoreUpdatesQueueUrl", "CustomerNoticesQueueUrl")) {
        queues.setQueueAttributes(request ->
            request
                .queueUrl(stack.output(queue))
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2")));
      }
    }
  }
}
