import io.sentry.Attachment;
import io.sentry.Breadcrumb;
import io.sentry.CheckIn;
import io.sentry.CheckInStatus;
import io.sentry.Sentry;
import io.sentry.SentryLevel;
import io.sentry.protocol.User;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Does what its argument says. */
public final class Shop {
  static int totalOf(Map<String, Integer> order) {
    return order.get("items");
  }

  static int showOrder(Map<String, Integer> order) {
    return totalOf(order);
  }

  static void handled() {
    try {
      showOrder(Map.of());
    } catch (NullPointerException error) {
      Sentry.captureException(error);
    }
  }

  static void attachment() {
    byte[] order = "{\"number\":1001}".getBytes(StandardCharsets.UTF_8);
    Sentry.configureScope(
        scope -> scope.addAttachment(new Attachment(order, "order.json", "application/json")));
    handled();
  }

  static void session() {
    Sentry.startSession();
    Sentry.endSession();
  }

  static void onDemand() throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Sentry.captureMessage(line);
      Sentry.flush(30_000);
      System.out.println("done");
    }
  }

  static void start() {
    Sentry.init(
        options -> {
          options.setDsn(System.getenv("DSN"));
          options.setRelease("shop@1.4.2");
          options.setEnvironment("staging");
          options.addInAppInclude("Shop");
        });
    Sentry.configureScope(
        scope -> {
          User user = new User();
          user.setId("42");
          user.setEmail("ada@example.com");
          scope.setUser(user);
          scope.setTag("coupon", "SPRING");
          scope.setContexts("cart", Map.of("items", 3));
        });
    Breadcrumb breadcrumb = Breadcrumb.info("coupon entered");
    breadcrumb.setCategory("cart");
    Sentry.addBreadcrumb(breadcrumb);
  }

  public static void main(String[] args) throws Exception {
    start();
    switch (args[0]) {
      case "handled" -> handled();
      case "message" -> Sentry.captureMessage("Stock is low", SentryLevel.WARNING);
      case "unhandled" -> showOrder(Map.of());
      case "attachment" -> attachment();
      case "session" -> session();
      case "check_in" -> Sentry.captureCheckIn(new CheckIn("nightly", CheckInStatus.OK));
      case "on_demand" -> onDemand();
      default -> throw new IllegalArgumentException(args[0]);
    }
    Sentry.close();
  }
}
