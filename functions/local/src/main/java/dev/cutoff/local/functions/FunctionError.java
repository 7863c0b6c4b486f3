package dev.cutoff.local.functions;

/** What Lambda answers where a function failed: the error's type, and its cause as JSON. */
public final class FunctionError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String causeJson;

  FunctionError(String errorType, String causeJson) {
    this(errorType, causeJson, null);
  }

  FunctionError(
      String errorType, String causeJson, @org.jspecify.annotations.Nullable Throwable cause) {
    super(errorType + ": " + causeJson, cause);
    this.errorType = errorType;
    this.causeJson = causeJson;
  }

  public String errorType() {
    return errorType;
  }

  /** {@code {"errorMessage":…,"errorType":…,"stackTrace":[…]}}. */
  public String causeJson() {
    return causeJson;
  }
}
