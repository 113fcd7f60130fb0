package airline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Desk {
    public static class CheckInException extends Exception {
        public CheckInException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Booking booking;

    public Desk(Booking booking) {
        this.booking = booking;
    }

    public void checkIn(String flight, String seat) throws CheckInException {
        try {
            booking.reserve(flight, seat);
        } catch (Booking.SeatTakenException e) {
            throw new CheckInException("check-in of " + flight + " failed", e);
        }
    }

    public String timetable(String name) {
        try {
            return Files.readString(Path.of("/var/airline", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void tower(int port) throws IOException {
        new Socket("127.0.0.1", port).close();
    }

    public String weather(String station) throws Exception {
        return CompletableFuture.<String>supplyAsync(() -> {
            throw new IllegalArgumentException("station " + station + " reports nothing");
        }).get(1, TimeUnit.SECONDS);
    }

    public void inPool(Runnable work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    public void late(int minutes) {
        if (minutes > 180) throw new IllegalStateException("flight is " + minutes + " minutes late");
        throw new IllegalStateException("delay of " + minutes + " minutes is not known to the tower");
    }
}
