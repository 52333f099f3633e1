package nl.haltloket.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import nl.haltloket.paper.ArchiveCheck;
import nl.haltloket.paper.PaperReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The letter for a guardian, on paper. */
class GuardianLetterTest {

    @Test
    void it_says_that_the_child_was_here_and_whom_to_call_with_which_code() throws IOException {
        assertThat(text("Şule Çelik", false))
                .contains(
                        PaperReader.squeezed("Beste Şule Çelik,"),
                        PaperReader.squeezed("Noor is vandaag om 22:04 uur bij ons"),
                        PaperReader.squeezed("zaterdag 15 augustus 2026"),
                        PaperReader.squeezed("088 000 00 00"),
                        PaperReader.squeezed("code 0417"),
                        PaperReader.squeezed("Kijk het nummer na op halt.nl."));
    }

    @Test
    void it_tells_nothing_of_what_happened_and_does_not_say_that_anybody_was_told() throws IOException {
        assertThat(text(null, false))
                .contains(PaperReader.squeezed("Beste ouder of verzorger,"))
                .doesNotContainIgnoringCase("verdacht", "strafbaar", "alcohol", "overtreding", "misdrijf")
                .doesNotContainIgnoringCase("geïnformeerd", "geinformeerd", "ingelicht", "OEFENING");
        assertThat(text(null, true)).contains("OEFENING");
    }

    @Test
    void it_is_one_page_that_can_be_archived_and_read_aloud() throws Exception {
        assertThat(ArchiveCheck.faults(pdf("Şule Çelik", true))).isEmpty();
    }

    private static String text(@Nullable String guardian, boolean drill) throws IOException {
        return PaperReader.text(pdf(guardian, drill));
    }

    private static byte[] pdf(@Nullable String guardian, boolean drill) {
        return GuardianLetter.pdf(new GuardianLetter.Content(
                guardian,
                "Noor",
                "Zomerfeest",
                "Oostdorp",
                Instant.parse("2026-08-15T20:04:00Z"),
                "088 000 00 00",
                "0417",
                Instant.parse("2026-08-15T21:04:00Z"),
                "J. Bakker",
                drill));
    }
}
