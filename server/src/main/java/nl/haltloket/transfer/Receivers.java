package nl.haltloket.transfer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The receivers of this desk. Those that a drill plays itself are there from when it does. */
public final class Receivers {
    private final ReceiverFile file;
    private volatile List<Receiver> all;

    /** Those of the file that are somewhere. */
    public Receivers(ReceiverFile file) {
        this.file = file;
        this.all = file.receivers().stream()
                .flatMap(entry -> entry.peer().map(entry::at).stream())
                .toList();
    }

    /** The ones that the drill plays are reached so from now on. */
    public void play(Function<ReceiverFile.Entry, ReceiverFile.Peer> drill) {
        all = file.receivers().stream()
                .map(entry -> entry.at(entry.peer().orElseGet(() -> drill.apply(entry))))
                .toList();
    }

    /** Whether the drill must play any. */
    public boolean asksDrill() {
        return file.receivers().stream().anyMatch(entry -> entry.peer().isEmpty());
    }

    /** The one with this id; empty when the list has it no more. */
    Optional<Receiver> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Who gets a package of this kind, of a case that a referrer of this organisation handed over. */
    List<Receiver> of(Purpose purpose, String organisation) {
        return all.stream().filter(one -> one.takes(purpose, organisation)).toList();
    }
}
