package airline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Seats, passengers and what goes wrong with them. */
public class Booking {
    public static class SeatTakenException extends RuntimeException {
        public SeatTakenException(String seat, String flight) {
            super("Seat " + seat + " of flight " + flight + " is taken");
        }
    }

    public record Passenger(String name, Passport passport) {}

    public record Passport(String number, LocalDate expires) {}

    public interface Fare {
        BigDecimal price();
    }

    private final Map<String, String> seats = new HashMap<>();

    public void reserve(String flight, String seat) {
        if (seats.putIfAbsent(seat, flight) != null) throw new SeatTakenException(seat, flight);
    }

    public void reserveAll(String flight, List<String> wanted) {
        wanted.forEach(seat -> reserve(flight, seat));
    }

    public void move(String flight, String from, String to) {
        seats.remove(from);
        reserve(flight, to);
    }

    public boolean mayFly(Passenger passenger) {
        return passenger.passport().expires().isAfter(LocalDate.now());
    }

    public List<Boolean> mayAllFly(List<Passenger> passengers) {
        return passengers.stream().map(this::mayFly).collect(Collectors.toList());
    }

    public String gate(Map<String, String> gates, String flight) {
        return Optional.ofNullable(gates.get(flight)).orElseThrow(() -> new IllegalStateException("no gate for " + flight));
    }

    public int row(String seat) {
        return Integer.parseInt(seat.substring(0, seat.length() - 1));
    }

    public char column(String seat) {
        return seat.charAt(3);
    }

    public BigDecimal share(BigDecimal total, int passengers) {
        return total.divide(BigDecimal.valueOf(passengers));
    }

    public LocalDate departure(String text) {
        return LocalDate.parse(text);
    }

    public Integer cast(Object value) {
        return (Integer) value;
    }

    public void purge(List<String> names) {
        for (String name : names) if (name.isEmpty()) names.remove(name);
    }

    public Fare fare(String code) {
        return new Fare() {
            @Override
            public BigDecimal price() {
                throw new UnsupportedOperationException("fare " + code + " has no price");
            }
        };
    }

    public int connect(int hops) {
        return connect(hops + 1) + 1;
    }

    public static <T, R> List<R> eachOf(List<T> items, Function<T, R> visit) {
        List<R> seen = new ArrayList<>();
        for (T item : items) seen.add(visit.apply(item));
        return seen;
    }

    public void require(String name) {
        Objects.requireNonNull(name, "passenger needs a name");
    }
}
