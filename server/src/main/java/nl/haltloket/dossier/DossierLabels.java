package nl.haltloket.dossier;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a dossier as a Dutch reader sees them. */
public final class DossierLabels {
    private static final List<String> ALL = List.copyOf(DossierSchema.get().ordered());

    private DossierLabels() {}

    /** A field and the part of the dossier that it is in. */
    public record Label(String group, String field) {}

    /** Of a field, by its pointer as {@link DossierSchema#leaves} writes it. */
    public static Label of(String pointer) {
        List<String> names = Arrays.stream(pointer.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("*"))
                .map(DutchText::label)
                .toList();
        return new Label(names.getFirst(), names.stream().skip(1).collect(Collectors.joining(": ")));
    }

    /** In the order of the dossier. */
    public static List<String> inOrder(Collection<String> pointers) {
        return ALL.stream().filter(pointers::contains).toList();
    }
}
