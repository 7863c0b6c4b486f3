package dev.cutoff.acceptance;

import dev.cutoff.acceptance.emulator.Aws;
import dev.cutoff.acceptance.emulator.Stack;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Somebody who may do everything in the user pool of a stack. */
final class Operator {
  private static final String NAME = "acceptance-test@acme.example.com";

  private Operator() {}

  /** Signs in, with a new password each time. */
  static String token(Aws aws, Stack stack) {
    String pool = stack.output("UserPoolId");
    // Long, and with one of each kind that a pool may ask for.
    String password = "Aa1-" + HexFormat.of().formatHex(random());
    try (CognitoIdentityProviderClient people =
        aws.client(CognitoIdentityProviderClient.builder())) {
      try {
        people.adminCreateUser(request ->
            request
                .userPoolId(pool)
                .username(NAME)
                .temporaryPassword(password)
                .messageAction(MessageActionType.SUPPRESS));
      } catch (UsernameExistsException fromAnEarlierTest) {
        // It gets another password below.
      }
      people.adminSetUserPassword(
          request -> request.userPoolId(pool).username(NAME).password(password).permanent(true));
      return people
          .initiateAuth(request ->
              request
                  .clientId(stack.output("UserPoolClientId"))
                  .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                  .authParameters(Map.of("USERNAME", NAME, "PASSWORD", password)))
          .authenticationResult()
          .accessToken();
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
