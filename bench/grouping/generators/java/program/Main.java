import airline.Booking;
import airline.Desk;
import io.sentry.Sentry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

public class Main {
    interface Act {
        void run() throws Throwable;
    }

    static volatile String name = "";
    static volatile String truth = "";

    static int id() {
        return ThreadLocalRandom.current().nextInt(1000, 9_999_999);
    }

    static String flight() {
        return "LX" + id();
    }

    static String code() {
        return UUID.randomUUID().toString();
    }

    static void run(String scenario, String bug, Act act) {
        name = scenario;
        truth = bug;
        try {
            act.run();
        } catch (Throwable error) {
            Sentry.captureException(error);
        }
        Sentry.flush(2000);
    }

    public static void main(String[] args) {
        Sentry.init(options -> {
            options.setDsn(System.getenv("DSN"));
            options.setRelease(System.getenv("RELEASE"));
            options.setBeforeSend((event, hint) -> {
                event.setTag("case", name);
                event.setTag("truth", truth);
                return event;
            });
        });
        Booking booking = new Booking();
        Desk desk = new Desk(booking);
        booking.reserve("LX1", "12A");
        run("reserve", "seat-taken", () -> booking.reserve(flight(), "12A"));
        run("reserve.all", "seat-taken", () -> booking.reserveAll(flight(), List.of("12A")));
        run("move", "seat-taken", () -> booking.move(flight(), "99Z", "12A"));
        run("check-in", "seat-taken", () -> desk.checkIn(flight(), "12A"));
        run("fly", "passport-null", () -> booking.mayFly(new Booking.Passenger(code(), null)));
        run("fly.all", "passport-null", () -> booking.mayAllFly(List.of(new Booking.Passenger(code(), null))));
        run("gate", "gate-missing", () -> booking.gate(Map.of(), flight()));
        run("row", "row-number", () -> booking.row("x" + id() + "A"));
        run("row.each", "row-number", () -> Booking.eachOf(List.of("y" + id() + "B"), booking::row));
        run("column", "seat-column", () -> booking.column("1A"));
        run("share", "share-zero", () -> booking.share(java.math.BigDecimal.TEN, 0));
        run("share.periodic", "share-periodic", () -> booking.share(java.math.BigDecimal.TEN, 3));
        run("departure", "departure-text", () -> booking.departure(id() + ".2026"));
        run("cast", "cast-integer", () -> booking.cast("7"));
        run("purge", "purge-modified", () -> booking.purge(new ArrayList<>(List.of("", "a", "b"))));
        run("fare", "fare-price", () -> booking.fare("Y" + id()).price());
        run("connect", "connect-overflow", () -> booking.connect(1));
        run("require", "passenger-name", () -> booking.require(null));
        run("timetable", "timetable-file", () -> desk.timetable("t" + id() + ".csv"));
        run("tower", "tower-refused", () -> desk.tower(9));
        run("weather", "station-silent", () -> desk.weather("K" + id()));
        run("pool", "gate-missing", () -> desk.inPool(() -> booking.gate(Map.of(), flight())));
        run("late", "flight-late", () -> desk.late(181 + id() % 500));
        run("late.unknown", "delay-unknown", () -> desk.late(-(id() % 500)));
        run("message", "msg-bags", () -> Sentry.captureMessage(id() + " bags stay behind"));
        run("message.plain", "msg-fog", () -> Sentry.captureMessage("Airport closed because of fog"));
        System.exit(0);
    }
}
